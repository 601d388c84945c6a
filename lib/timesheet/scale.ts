import { DAY_ZONE, formatDay, parseTime, type Micros } from '@/lib/time';
import type { TimesheetRow } from './rows';

/** How wide a time sheet is, in the units of its drawings. */
export const SHEET_WIDTH = 1000;

/** The years of a time sheet: from the first moment of the first year until now. */
export interface TimeScale {
  start: Micros;
  end: Micros;
  firstYear: number;
  lastYear: number;
}

const yearOf = (time: Micros) => Number(formatDay(time, DAY_ZONE).slice(0, 4));
const startOf = (year: number) => parseTime(`${year}-01-01`, DAY_ZONE) ?? 0;

/** The scale on which all that is known of these packages has its place. */
export function timeScale(rows: TimesheetRow[], now: Micros): TimeScale {
  const earliest = rows
    .flatMap((it) => [it.since?.time, it.releases[0]?.time, it.lastCommitAt])
    .reduce<Micros>((least, time) => Math.min(least, time ?? now), now);
  const firstYear = yearOf(earliest);
  return { start: startOf(firstYear), end: now, firstYear, lastYear: yearOf(now) };
}

/** Where a time stands between 0 and SHEET_WIDTH; what is beyond an end of the scale stands at that end. */
export function placeOf(time: Micros, { start, end }: TimeScale): number {
  const share = (time - start) / Math.max(1, end - start);
  return Math.round(Math.min(1, Math.max(0, share)) * SHEET_WIDTH);
}

const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** The years that are named along the scale, evenly spread and at most so many; none so close to the end that it has no room. */
export function yearMarks(scale: TimeScale, most: number) {
  const years = scale.lastYear - scale.firstYear + 1;
  const step = STEPS.find((it) => years / it <= most) ?? years;
  const half = SHEET_WIDTH / most / 2;
  return Array.from({ length: years }, (_, index) => scale.firstYear + index)
    .filter((year) => year % step === 0)
    .map((year) => ({ year, place: placeOf(startOf(year), scale) }))
    .filter(({ place }) => place <= SHEET_WIDTH - half);
}
