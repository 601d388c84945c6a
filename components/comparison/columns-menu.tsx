import { Menu } from '@/components/layout/menu';
import { SelectField } from '@/components/lists/select-field';
import { RowMeanings } from '@/components/tables/row-meanings';
import type { MetricGroup } from '@/lib/comparison/metric';
import type { ComparisonQuery } from '@/lib/comparison/query';
import { Check } from './check';
import { Choices } from './choices';

interface ColumnsMenuProps {
  query: ComparisonQuery;
  groups: MetricGroup[];
}

/** Which facts a comparison shows, and how. */
export function ColumnsMenu({ query, groups }: ColumnsMenuProps) {
  const metrics = groups.flatMap((group) => group.metrics);
  return (
    <Menu label={query.show.length > 0 ? `Columns (${query.show.length})` : 'Columns'}>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
        <SelectField
          name="layout"
          label="Layout"
          value={query.layout ?? ''}
          options={[
            { value: '', label: 'automatic' },
            { value: 'columns', label: 'packages as columns' },
            { value: 'rows', label: 'packages as rows' },
          ]}
        />
        <Check name="density" value="compact" isOn={query.density === 'compact'}>
          Compact
        </Check>
        <Check name="evidence" isOn={query.evidence}>
          Show sources
        </Check>
      </div>
      <Choices
        title="Choose facts"
        name="show"
        choices={metrics.map(({ key, label }) => ({
          value: key,
          label,
          isChosen: query.show.includes(key),
        }))}
      />
      <RowMeanings rows={metrics.filter(({ repeats }) => repeats === undefined)} />
    </Menu>
  );
}
