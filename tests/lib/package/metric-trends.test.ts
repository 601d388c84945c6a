import { expect, test } from 'vitest';
import { metricTrends, quarterlyRows } from '@/lib/package/metric-trends';
import {
  fromWeekRow,
  toWeekRow,
  weekRow,
  weekText,
  type WeekRow,
} from '@/lib/package/weekly-metrics';
import { weeklyMetricsCsv } from '@/lib/package/weekly-metrics-csv';

const rows: WeekRow[] = [
  ['2026-01-05', 10, 1, null, 100, null, 'a'],
  ['2026-01-26', 12, 1, null, null, null, 'a'],
  ['2026-02-02', 13, 1, null, 120, null, null],
  ['2026-04-06', 20, 2, 5, 90, 80, null],
  ['2026-06-22', 22, 2, 6, null, null, null],
  ['2026-07-06', 25, 2, null, 95, null, null],
];
const weeks = rows.map(fromWeekRow);

test('weeks are written as they were read', () => {
  expect(weeks.map(toWeekRow)).toEqual(rows);
});

test.each([
  ['a day that is no Monday', ['2026-01-06', 1, 1, 1, 1, 1, null]],
  ['a day that does not exist', ['2026-02-30', 1, 1, 1, 1, 1, null]],
  ['a negative figure', ['2026-01-05', -1, 1, 1, 1, 1, null]],
  ['a missing figure', ['2026-01-05', 1, 1, 1, 1, null]],
])('a week with %s is refused', (_, row) => {
  expect(weekRow.safeParse(row).success).toBe(false);
});

test('a trend has the last reading of each quarter, if at least three quarters are known', () => {
  const trends = metricTrends(weeks);
  expect(trends.map(({ key, points }) => [key, points.map(({ value }) => value)])).toEqual([
    ['stars', [13, 22, 25]],
    ['downloads', [120, 90, 95]],
  ]);
});

test('the table has the same readings, newest quarter first, with the latest week of each', () => {
  const rows = quarterlyRows(metricTrends(weeks));
  expect(rows.map(({ week, values }) => [weekText(week), ...values])).toEqual([
    ['2026-07-06', 25, 95],
    ['2026-06-22', 22, 90],
    ['2026-02-02', 13, 120],
  ]);
});

test('the CSV file has all weeks, and leaves unknown figures empty', () => {
  expect(weeklyMetricsCsv(weeks).split('\r\n').slice(1, 3)).toEqual([
    '2026-01-05,10,1,,100,,a',
    '2026-01-26,12,1,,,,a',
  ]);
});
