import { BYTE_ORDER_MARK, csvRow } from '@/lib/text/csv';
import { toWeekRow, type WeekOfMetrics } from './weekly-metrics';

const heads = ['week', 'stars', 'forks', 'open_issues', 'downloads', 'health', 'source'];

/** Weeks as a CSV file for spreadsheets, in the given order; unknown figures are empty. */
export function weeklyMetricsCsv(weeks: readonly WeekOfMetrics[]): string {
  const rows = weeks.map((week) => csvRow(toWeekRow(week).map((field) => String(field ?? ''))));
  return [BYTE_ORDER_MARK, csvRow(heads), ...rows].join('');
}
