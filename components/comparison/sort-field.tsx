import type { Metric, MetricGroup } from '@/lib/comparison/metric';
import type { ComparisonQuery } from '@/lib/comparison/query';
import { markup } from '@/lib/text/markup';

interface SortFieldProps {
  query: ComparisonQuery;
  groups: MetricGroup[];
}

/** The metrics that people sort by most; the headings of the table sort by all others. */
const common = [
  ...['health', 'repo_watchers', 'pypi_downloads', 'usage_count'],
  ...['last_commit', 'last_release', 'commits_over_52'],
];

/** The sort order of a comparison. */
export function SortField({ query, groups }: SortFieldProps) {
  const options = orders(groups, query.sort).map(({ value, label }) =>
    value === query.sort
      ? markup`<option value="${value}" selected>${label}</option>`
      : markup`<option value="${value}">${label}</option>`,
  );
  return (
    <label className="flex items-center gap-2">
      <span className="text-quiet">Sort by</span>
      <select
        name="sort"
        className="h-9 max-w-44 rounded-md border border-edge bg-raised px-2"
        dangerouslySetInnerHTML={{ __html: markup`${options}`.__html }}
      />
    </label>
  );
}

/** The common orders, and the present one. */
function orders(groups: MetricGroup[], current: string) {
  const metrics = groups.flatMap((group) => group.metrics);
  const offered = common.flatMap((key) => metrics.filter((metric) => metric.key === key)).map(best);
  const fixed = [
    { value: '', label: 'default' },
    { value: 'title', label: 'Name' },
  ];
  const listed = [...fixed, ...offered];
  if (listed.some(({ value }) => value === current)) return listed;
  const name = current.replace(/^-/, '');
  const label = metrics.find(({ key }) => key === name)?.label ?? 'Name';
  return [...listed, { value: current, label: `${label} ${current.startsWith('-') ? '↓' : '↑'}` }];
}

/** The order of a metric that has the best values first. */
const best = ({ key, label, better }: Metric) => ({
  value: better === 'lower' ? key : `-${key}`,
  label,
});
