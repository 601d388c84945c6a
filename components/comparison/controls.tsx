import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/components/layout/button';
import type { MetricGroup } from '@/lib/comparison/metric';
import { countFilters } from '@/lib/comparison/query';
import type { ComparisonView } from '@/lib/comparison/view';
import { Check } from './check';
import { ColumnsMenu } from './columns-menu';
import { FilterMenu } from './filter-menu';
import { SortField } from './sort-field';
import { StateFields } from './state-fields';

interface ControlsProps {
  path: string;
  view: ComparisonView;
  /** All available metrics, shown or not. */
  groups: MetricGroup[];
  /** Links to the other views of a grid, at the start of the line. */
  views?: ReactNode;
  /** What follows the settings on the same line. */
  children: ReactNode;
}

const OWN_FIELDS: ComponentProps<typeof StateFields>['without'] = [
  ...(['q', 'status', 'django', 'python', 'licence', 'maintained', 'sort', 'layout'] as const),
  ...(['diff', 'density', 'evidence', 'has', 'show'] as const),
];
const WITHOUT_FILTERS: typeof OWN_FIELDS = [
  'sort',
  'layout',
  'diff',
  'density',
  'evidence',
  'show',
];

/** With fewer packages than this, there is nothing to filter. */
const FEWEST_FILTERED = 5;

/** Settings of a comparison, as one form whose entire state is in the URL. With JavaScript, a change applies at once. */
export function Controls({ path, view, groups, views, children }: ControlsProps) {
  const { query, total } = view;
  const hasFilters = total >= FEWEST_FILTERED || countFilters(query) > 0;
  return (
    <div className="no-print mb-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-table">
      {views}
      <form
        action={path}
        aria-label="Comparison settings"
        data-apply
        className="flex flex-wrap items-center gap-2"
      >
        {hasFilters && <FilterMenu view={view} />}
        <SortField query={query} groups={groups} />
        <ColumnsMenu query={query} groups={groups} />
        <Check name="diff" isOn={query.diff}>
          Only differences
        </Check>
        {/* With scripts, a change applies at once. */}
        <span className="not-noscript:hidden">
          <Button>Apply</Button>
        </span>
        <StateFields query={query} without={hasFilters ? OWN_FIELDS : WITHOUT_FILTERS} />
      </form>
      {children}
    </div>
  );
}
