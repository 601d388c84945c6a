import type { Micros } from '@/lib/time';
import { bothWays, type SortOf } from '@/lib/sort-orders';
import type { TimesheetRow } from './rows';

/** The orders of a time sheet; the names that the package list has too are the same. */
export const timesheetSortFields = [
  { key: 'title', label: 'Package', start: '' },
  { key: 'known_since', label: 'Known since', start: '' },
  { key: 'last_released', label: 'Last release', start: '-' },
  { key: 'last_updated', label: 'Last commit', start: '-' },
] as const;

type TimesheetSortField = (typeof timesheetSortFields)[number]['key'];
export type TimesheetSort = SortOf<TimesheetSortField>;

export const timesheetSorts = bothWays(timesheetSortFields);

export const DEFAULT_TIMESHEET_SORT: TimesheetSort = '-last_updated';

const times = new Map<string, (it: TimesheetRow) => Micros | null>([
  ['known_since', (it) => it.since?.time ?? null],
  ['last_released', (it) => it.lastReleaseAt],
  ['last_updated', (it) => it.lastCommitAt],
]);

/** Sorts rows that come by title: unknown last either way, and those of one time by title. */
export function sortTimesheet(rows: TimesheetRow[], sort: TimesheetSort): TimesheetRow[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  const timeOf = times.get(sort.replace('-', ''));
  if (!timeOf) return direction < 0 ? rows.toReversed() : rows;

  return rows.toSorted((a, b) => {
    const [left, right] = [timeOf(a), timeOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * (left - right);
  });
}
