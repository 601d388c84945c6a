import type { Repository } from '@/db/schema';
import { MICROS_PER_DAY, type Clock } from '@/lib/time';

const RECENT_WEEKS = 12;
const EARLIER_WEEKS = 40;

/** Maximum age of the data in days; the weeks of older data aren't recent. */
const MOST_DAYS = 182;

/** Commits per week added to every project, about one a month, so that a few commits after none don't count as a rise. */
const PRIOR = 0.25;

/** Number of standard errors subtracted, so that a rise is real in 19 of 20 cases. */
const Z_95 = 1.96;

type Weeks = Pick<Repository, 'commitsOver52' | 'commitsAsOf'>;

/**
 * How much more active the last 12 weeks were than the 40 before, in doublings of commits per week: 1 is twice as many. Since counts are
 * small, what chance could explain is subtracted: log2 of the ratio of the two rates, minus 1.96 of its standard errors (of a Poisson
 * rate ratio: √(1/a + 1/b)), with PRIOR added to both rates. A few commits after none thus score below a steady project, which is a
 * little below 0. Returns null if the commits are unknown or were read over half a year ago.
 */
export function trendOf({ commitsOver52: weeks, commitsAsOf }: Weeks, clock: Clock): number | null {
  if (weeks?.length !== RECENT_WEEKS + EARLIER_WEEKS || commitsAsOf === null) return null;
  const age = clock.now - commitsAsOf;
  if (age < 0 || age > MOST_DAYS * MICROS_PER_DAY) return null;

  const recent = sum(weeks.slice(EARLIER_WEEKS)) + PRIOR * RECENT_WEEKS;
  const earlier = sum(weeks.slice(0, EARLIER_WEEKS)) + PRIOR * EARLIER_WEEKS;
  const ratio = recent / RECENT_WEEKS / (earlier / EARLIER_WEEKS);
  const error = Math.sqrt(1 / recent + 1 / earlier) / Math.LN2;
  return Number((Math.log2(ratio) - Z_95 * error).toFixed(3));
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
