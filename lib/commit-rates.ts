import { MICROS_PER_DAY, type Micros } from './time';

/** The weeks at the end of a year of commits that count as the present. */
const LATEST_WEEKS = 12;

/** How old a reading of commits may be for its last weeks to count as the present: half a year. */
const RECENT = 182 * MICROS_PER_DAY;

/** Commits read from this moment on are recent. */
export function recentSince(now: Micros): Micros {
  return now - RECENT;
}

/** Commits a week in the last 12 of 52 weeks, and in the 40 before them. */
export function commitRates(weeks: number[]) {
  return {
    latest: mean(weeks.slice(-LATEST_WEEKS)),
    before: mean(weeks.slice(0, -LATEST_WEEKS)),
  };
}

function mean(counts: number[]): number {
  return counts.length === 0 ? 0 : counts.reduce((sum, it) => sum + it, 0) / counts.length;
}
