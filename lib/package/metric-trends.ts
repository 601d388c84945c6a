import { formatDay, type Micros } from '@/lib/time';
import type { WeekOfMetrics } from './weekly-metrics';

const metrics = [
  { key: 'stars', label: 'Stars' },
  { key: 'downloads', label: 'Downloads a month' },
  { key: 'openIssues', label: 'Open issues' },
] as const;

/** The last reading of a figure in a quarter, and the week in which it was read. */
export interface TrendPoint {
  week: Micros;
  value: number;
}

/** A metric over time, oldest quarter first. */
export interface MetricTrend {
  key: (typeof metrics)[number]['key'];
  label: string;
  points: TrendPoint[];
}

/** Fewest quarters that make a trend. */
const FEWEST = 3;

/** The trends of a package, of the metrics that are known of at least three quarters. */
export function metricTrends(weeks: readonly WeekOfMetrics[]): MetricTrend[] {
  return metrics
    .map(({ key, label }) => ({ key, label, points: quarterlyPoints(weeks, key) }))
    .filter(({ points }) => points.length >= FEWEST);
}

function quarterlyPoints(weeks: readonly WeekOfMetrics[], key: MetricTrend['key']): TrendPoint[] {
  const byQuarter = new Map<string, TrendPoint>();
  for (const { week, [key]: value } of weeks) {
    if (value !== null) byQuarter.set(quarterOf(week), { week, value });
  }
  return [...byQuarter.values()];
}

/** The quarter in which a week began, such as 2026-2. */
function quarterOf(week: Micros): string {
  const [year = '', month = ''] = formatDay(week, 'UTC').split('-');
  return `${year}-${Math.ceil(Number(month) / 3)}`;
}

/** The values of all trends by quarter, newest first; undefined where one has none. `week` is the latest in which one was read. */
export function quarterlyRows(trends: readonly MetricTrend[]) {
  const rows = new Map<string, { week: Micros; values: (number | undefined)[] }>();
  for (const [index, { points }] of trends.entries()) {
    for (const { week, value } of points) {
      const row = rows.get(quarterOf(week)) ?? { week, values: trends.map(() => undefined) };
      row.values[index] = value;
      rows.set(quarterOf(week), { ...row, week: Math.max(row.week, week) });
    }
  }
  return [...rows.values()].sort((a, b) => b.week - a.week);
}
