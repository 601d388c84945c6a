import { formatDay, type Micros } from '@/lib/time';
import type { WeekOfMetrics } from './weekly-metrics';

const metrics = [
  { key: 'stars', label: 'Stars' },
  { key: 'downloads', label: 'Downloads a month' },
  { key: 'openIssues', label: 'Open issues' },
] as const;

/** A figure in the last week of a month that has it. */
export interface TrendPoint {
  week: Micros;
  value: number;
}

/** A metric over time, oldest month first. */
export interface MetricTrend {
  key: (typeof metrics)[number]['key'];
  label: string;
  points: TrendPoint[];
}

/** Fewest months that make a trend. */
const FEWEST = 3;

/** The trends of a package, of the metrics that are known of at least three months. */
export function metricTrends(weeks: readonly WeekOfMetrics[]): MetricTrend[] {
  return metrics
    .map(({ key, label }) => ({ key, label, points: monthlyPoints(weeks, key) }))
    .filter(({ points }) => points.length >= FEWEST);
}

function monthlyPoints(weeks: readonly WeekOfMetrics[], key: MetricTrend['key']): TrendPoint[] {
  const byMonth = new Map<string, TrendPoint>();
  for (const week of weeks) {
    const value = week[key];
    if (value !== null) byMonth.set(monthOf(week.week), { week: week.week, value });
  }
  return [...byMonth.values()];
}

/** The month in which a week began, such as 2026-06. */
const monthOf = (week: Micros) => formatDay(week, 'UTC').slice(0, 7);

/** The last values of all trends in each quarter, newest quarter first; undefined where one has none. `week` is of the last of them. */
export function quarterlyRows(trends: readonly MetricTrend[]) {
  const quarters = new Map<string, { week: Micros; values: (number | undefined)[] }>();
  for (const [index, { points }] of trends.entries()) {
    for (const { week, value } of points) {
      const key = quarterOf(week);
      const row = quarters.get(key) ?? { week, values: trends.map(() => undefined) };
      row.values[index] = value;
      row.week = Math.max(row.week, week);
      quarters.set(key, row);
    }
  }
  return [...quarters].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, row]) => row);
}

/** The quarter in which a week began, such as 2026-2. */
function quarterOf(week: Micros): string {
  const [year = '', month = ''] = monthOf(week).split('-');
  return `${year}-${Math.ceil(Number(month) / 3)}`;
}
