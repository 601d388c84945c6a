import type { TimesheetPackage, TimesheetRow } from '@/lib/timesheet/rows';
import { timesheetRows } from '@/lib/timesheet/rows';
import { DAY_ZONE, parseTime, type Micros, type Precision } from '@/lib/time';

/** The start of a day, as stored in the catalogue. */
export const day = (text: string): Micros => parseTime(text, DAY_ZONE) ?? 0;

/** A package listed in 2020, otherwise with only these values. */
export function timesheetPackage(
  id: number,
  facts: Partial<TimesheetPackage> = {},
): TimesheetPackage {
  return {
    id,
    slug: `package-${id}`,
    title: `Package ${id}`,
    isDeprecated: false,
    isArchived: false,
    listedAt: day('2020-01-01'),
    lastReleaseAt: null,
    lastReleasePrecision: 'day',
    lastCommitAt: null,
    commitsAsOf: null,
    ...facts,
  };
}

/** A row of such a package with releases on these days, oldest first; an undefined one has no date. */
export function timesheetRow(
  facts: Partial<TimesheetPackage> = {},
  days: (string | undefined)[] = [],
  datePrecision: Precision = 'day',
): TimesheetRow {
  const versions = days.map((released) => ({
    packageId: 1,
    releasedAt: released === undefined ? null : day(released),
    datePrecision,
  }));
  const [row] = timesheetRows([timesheetPackage(1, facts)], versions);
  if (!row) throw new Error('A package has a row.');
  return row;
}
