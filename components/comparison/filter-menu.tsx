import { Menu } from '@/components/layout/menu';
import { SelectField } from '@/components/lists/select-field';
import { countFilters } from '@/lib/comparison/query';
import type { ComparisonView } from '@/lib/comparison/view';
import { MAX_SEARCH_LENGTH } from '@/lib/list/query';
import { Check } from './check';
import { Choices } from './choices';

/** The filters of a comparison, each with the number of packages that would match. */
export function FilterMenu({ view }: { view: ComparisonView }) {
  const { query, filters, features, maintained } = view;
  const active = countFilters(query);
  return (
    <Menu label={active > 0 ? `Filter (${active} active)` : 'Filter'}>
      <div className="flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="filter-q" className="block text-caption text-quiet">
            Filter by name or description
          </label>
          <input
            id="filter-q"
            type="search"
            name="q"
            defaultValue={query.q.q}
            maxLength={MAX_SEARCH_LENGTH}
            className="h-9 w-52 rounded-md border border-edge bg-paper px-3"
          />
        </div>
        {filters.map(({ key, label, chosen, choices, count }) => (
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
          Maintained ({maintained})
        </Check>
      </div>
      <Choices
        title="Required features"
        name="has"
        choices={features.map((feature) => ({
          ...feature,
          label: `${feature.label} (${feature.count})`,
        }))}
      />
    </Menu>
  );
}
