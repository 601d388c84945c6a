import type { Micros } from '@/lib/time';
import { bothWays, type SortOf } from '@/lib/list/sort-orders';
import type { TimesheetRow } from './rows';

/** Sort fields of a timeline; keys match those of the package list. */
export const timesheetSortFields = [
  { key: 'title', label: 'Package', start: '' },
  { key: 'known_since', label: 'Known since', start: '' },
  { key: 'last_released', label: 'Newest release', start: '-' },
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

/** Sorts rows, given by title: unknown and future times always last, ties by title. */
export function sortTimesheet(
  rows: TimesheetRow[],
  sort: TimesheetSort,
  now: Micros,
): TimesheetRow[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  const read = times.get(sort.replace('-', ''));
  if (!read) return direction < 0 ? rows.toReversed() : rows;

  const timeOf = (row: TimesheetRow) => {
    const time = read(row);
    return time !== null && time > now ? null : time;
  };
  return rows.toSorted((a, b) => {
    const [left, right] = [timeOf(a), timeOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * (left - right);
  });
}
