import { DAY_ZONE, formatDay, parseTime, type Micros } from '@/lib/time';
import type { TimesheetRow } from './rows';

/** Width of a timeline, in SVG units. */
export const SHEET_WIDTH = 1000;

/** The time range of a timeline: from the start of the first year until now. */
export interface TimeScale {
  start: Micros;
  end: Micros;
  firstYear: number;
  lastYear: number;
}

const yearOf = (time: Micros) => Number(formatDay(time, DAY_ZONE).slice(0, 4));
const startOf = (year: number) => parseTime(`${year}-01-01`, DAY_ZONE) ?? 0;

/** The scale that covers all known dates of these packages. */
export function timeScale(rows: TimesheetRow[], now: Micros): TimeScale {
  const earliest = rows
    .flatMap((row) => [row.since?.time, row.releases[0]?.time, row.lastCommitAt])
    .reduce<Micros>((least, time) => Math.min(least, time ?? now), now);
  const firstYear = yearOf(earliest);
  return { start: startOf(firstYear), end: now, firstYear, lastYear: yearOf(now) };
}

/** The position of a time, from 0 to SHEET_WIDTH; clamped to the scale. */
export function placeOf(time: Micros, { start, end }: TimeScale): number {
  const share = (time - start) / Math.max(1, end - start);
  return Math.round(Math.min(1, Math.max(0, share)) * SHEET_WIDTH);
}

const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** The labelled years, evenly spaced, at most `most`; omits those too close to the end for a label. */
export function yearMarks(scale: TimeScale, most: number) {
  const years = scale.lastYear - scale.firstYear + 1;
  const step = STEPS.find((it) => years / it <= most) ?? years;
  const half = SHEET_WIDTH / most / 2;
  return Array.from({ length: years }, (_, index) => scale.firstYear + index)
    .filter((year) => year % step === 0)
    .map((year) => ({ year, place: placeOf(startOf(year), scale) }))
    .filter(({ place }) => place <= SHEET_WIDTH - half);
}
