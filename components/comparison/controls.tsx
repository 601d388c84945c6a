import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/components/layout/button';
import { SelectField } from '@/components/lists/select-field';
import { RowMeanings } from '@/components/tables/row-meanings';
import type { MetricGroup } from '@/lib/comparison/metric';
import type { ComparisonView } from '@/lib/comparison/view';
import { MAX_SEARCH_LENGTH } from '@/lib/list/query';
import { markup } from '@/lib/text/markup';
import { StateFields } from './state-fields';

interface ControlsProps {
  path: string;
  view: ComparisonView;
  /** All available metrics, shown or not. */
  groups: MetricGroup[];
}

const OWN_FIELDS: ComponentProps<typeof StateFields>['without'] = [
  ...(['q', 'status', 'django', 'python', 'licence', 'maintained', 'sort', 'layout'] as const),
  ...(['diff', 'density', 'evidence', 'has', 'show'] as const),
];

/** Settings of a comparison, as one form whose entire state is in the URL. */
export function Controls({ path, view, groups }: ControlsProps) {
  const { query } = view;
  return (
    <details className="fold no-print mb-4 text-table">
      <summary className="py-1">Filter, sort and choose rows</summary>
      <form action={path} aria-label="What this comparison shows">
        <div className="flex flex-wrap items-end gap-3">
          <div>
            <label htmlFor="filter-q" className="block text-caption text-quiet">
              Words in name or description
            </label>
            <input
              id="filter-q"
              type="search"
              name="q"
              defaultValue={query.q.q}
              maxLength={MAX_SEARCH_LENGTH}
              className="h-9 w-48 rounded-md border border-edge bg-raised px-3"
            />
          </div>
          {view.filters.map(({ key, label, chosen, choices, count }) => (
            <SelectField
              key={key}
              name={key}
              label={label}
              value={chosen}
              options={[
                { value: '', label: `any (${count})` },
                ...choices.map((choice) => ({
                  value: choice.value,
                  label: `${choice.label} (${choice.count})`,
                })),
              ]}
            />
          ))}
          <Check name="maintained" isOn={query.maintained}>
            Maintained ({view.maintained})
          </Check>
          <SelectField name="sort" label="Order" value={query.sort} options={orders(groups)} />
          <SelectField
            name="layout"
            label="Packages go"
            value={query.layout ?? ''}
            options={[
              { value: '', label: 'as fits' },
              { value: 'columns', label: 'across' },
              { value: 'rows', label: 'down' },
            ]}
          />
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-6">
          <Check name="diff" isOn={query.diff}>
            Only differences
          </Check>
          <Check name="density" value="compact" isOn={query.density === 'compact'}>
            Compact
          </Check>
          <Check name="evidence" isOn={query.evidence}>
            Sources of the cells
          </Check>
          <Choices
            title="Must have"
            name="has"
            choices={view.features.map((feature) => ({
              ...feature,
              label: `${feature.label} (${feature.count})`,
            }))}
          />
          <Choices
            title="Show only these rows"
            name="show"
            choices={groups.flatMap(({ metrics }) =>
              metrics.map(({ key, label }) => ({
                value: key,
                label,
                isChosen: query.show.includes(key),
              })),
            )}
          />
          <RowMeanings rows={groups.flatMap(({ metrics }) => metrics)} />
          <Button>Apply</Button>
        </div>
        <StateFields query={query} without={OWN_FIELDS} />
      </form>
    </details>
  );
}

function orders(groups: MetricGroup[]) {
  const metrics = groups.flatMap((group) => group.metrics);
  return [
    { value: '', label: 'Usual' },
    { value: 'title', label: 'Name' },
    ...metrics.flatMap(({ key, label, better }) => {
      const falling = { value: `-${key}`, label: `${label} ↓` };
      const rising = { value: key, label: `${label} ↑` };
      return better === 'lower' ? [rising, falling] : [falling, rising];
    }),
  ];
}

interface CheckProps {
  name: string;
  value?: string;
  isOn: boolean;
  children: ReactNode;
}

function Check({ name, value = '1', isOn, children }: CheckProps) {
  return (
    <label className="inline-flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn}
        className="size-4 accent-(--color-accent)"
      />
      {children}
    </label>
  );
}

interface ChoicesProps {
  title: string;
  name: string;
  choices: { value: string; label: string; isChosen: boolean }[];
}

/** A long list of checkboxes, collapsed by default. */
function Choices({ title, name, choices }: ChoicesProps) {
  if (choices.length === 0) return null;
  const chosen = choices.filter(({ isChosen }) => isChosen).length;
  const ticks = choices.map(({ value, label, isChosen }) => {
    const checked = isChosen ? markup` checked` : undefined;
    return markup`<label><input type="checkbox" name="${name}" value="${value}"${checked}> <bdi>${label}</bdi></label>`;
  });
  return (
    <details className="open:basis-full">
      <summary className="py-1 text-quiet">
        {title}
        {chosen > 0 && ` (${chosen} chosen)`}
      </summary>
      <div
        role="group"
        aria-label={title}
        className="flex flex-wrap gap-x-6 [&_input]:mr-1.5 [&_input]:size-4 [&_input]:align-[-0.15em] [&_input]:accent-(--color-accent) [&_label]:py-1.5"
        dangerouslySetInnerHTML={{ __html: markup`${ticks}`.__html }}
      />
    </details>
  );
}
