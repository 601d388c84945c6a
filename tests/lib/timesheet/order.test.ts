import { expect, test } from 'vitest';
import { DEFAULT_TIMESHEET_SORT, sortTimesheet, timesheetSorts } from '@/lib/timesheet/order';
import { timesheetRows } from '@/lib/timesheet/rows';
import { day, timesheetPackage } from './timesheet-row';

const at = (text: string) => (text === '' ? null : day(text));
const NOW = day('2026-11-21');

/** By title, in the order of the database: [last commit, last release]. */
const dates: [string, string][] = [
  ['2024-01-01', '2019-01-01'],
  ['', '2023-01-01'],
  ['2025-01-01', ''],
  ['2024-01-01', '2023-01-01'],
  ['', ''],
];
const rows = timesheetRows(
  dates.map(([commit, release], index) =>
    timesheetPackage(index + 1, {
      lastCommitAt: at(commit),
      lastReleaseAt: at(release),
      listedAt: day(`201${index}-01-01`),
    }),
  ),
  [],
);

test.each([
  ['title', [1, 2, 3, 4, 5]],
  ['-title', [5, 4, 3, 2, 1]],
  ['last_updated', [1, 4, 3, 2, 5]],
  ['-last_updated', [3, 1, 4, 2, 5]],
  ['last_released', [1, 2, 4, 3, 5]],
  ['-last_released', [2, 4, 1, 3, 5]],
  ['known_since', [1, 3, 4, 2, 5]],
  ['-known_since', [4, 3, 1, 2, 5]],
] as const)('%s sorts unknown last and equal times by title', (sort, ids) => {
  expect(sortTimesheet(rows, sort, NOW).map(({ id }) => id)).toEqual(ids);
});

test('every sort order keeps all rows unchanged', () => {
  const before = [...rows];
  for (const sort of timesheetSorts) {
    expect(
      sortTimesheet(rows, sort, NOW)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5]);
  }
  expect(rows).toEqual(before);
  expect(timesheetSorts).toContain(DEFAULT_TIMESHEET_SORT);
});

test('a future date comes last, like an unknown one', () => {
  const commits = ['2099-01-01', '2024-01-01', '', '2025-01-01'];
  const future = timesheetRows(
    commits.map((commit, index) => timesheetPackage(index + 1, { lastCommitAt: at(commit) })),
    [],
  );
  const idsOf = (sort: 'last_updated' | '-last_updated') =>
    sortTimesheet(future, sort, NOW).map(({ id }) => id);
  expect(idsOf('-last_updated')).toEqual([4, 2, 1, 3]);
  expect(idsOf('last_updated')).toEqual([2, 4, 1, 3]);
});
