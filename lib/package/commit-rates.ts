import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** Number of weeks at the end of a year of commits that count as current. */
const LATEST_WEEKS = 12;

/** Maximum age of commit data for its last weeks to count as current: half a year. */
const RECENT = 182 * MICROS_PER_DAY;

/** Commit data read since this time is recent. */
export function recentSince(now: Micros): Micros {
  return now - RECENT;
}

/** Commits per week in the last 12 of 52 weeks, and in the 40 before. */
export function commitRates(weeks: number[]) {
  return {
    latest: mean(weeks.slice(-LATEST_WEEKS)),
    before: mean(weeks.slice(0, -LATEST_WEEKS)),
  };
}

function mean(counts: number[]): number {
  return counts.length === 0 ? 0 : counts.reduce((sum, it) => sum + it, 0) / counts.length;
}
