import { MICROS_PER_DAY, type Clock, type Micros } from '@/lib/time';

const RECENT_WEEKS = 12;
const EARLIER_WEEKS = 40;

/** Weeks of a reading older than this are not the last ones. */
const MOST_DAYS = 182;

/** Commits a week that every project is thought to have besides its own: one a month, so that a few commits after none are no rise. */
const PRIOR = 0.25;

/** How many standard errors are taken off, for a rise that is real in 19 of 20 cases. */
const SURE = 1.96;

interface Weeks {
  commitsOver52: number[] | null;
  commitsAsOf: Micros | null;
}

/**
 * How much livelier the last 12 weeks were than the 40 before them, in doublings of the commits a week: 1 is twice as many. As the
 * counts are small, what chance could explain is taken off: log2 of the ratio of the two rates, less 1.96 of its standard errors
 * (of a Poisson rate ratio: √(1/a + 1/b)), with PRIOR added to both rates. So few commits after none stay below a steady project,
 * which is a little below 0. Null where the commits are unknown or were read over half a year ago.
 */
export function trendOf({ commitsOver52: weeks, commitsAsOf }: Weeks, clock: Clock): number | null {
  if (weeks?.length !== RECENT_WEEKS + EARLIER_WEEKS || commitsAsOf === null) return null;
  if (clock.now - commitsAsOf > MOST_DAYS * MICROS_PER_DAY) return null;

  const recent = sum(weeks.slice(EARLIER_WEEKS)) + PRIOR * RECENT_WEEKS;
  const earlier = sum(weeks.slice(0, EARLIER_WEEKS)) + PRIOR * EARLIER_WEEKS;
  const ratio = recent / RECENT_WEEKS / (earlier / EARLIER_WEEKS);
  const error = Math.sqrt(1 / recent + 1 / earlier) / Math.LN2;
  return Number((Math.log2(ratio) - SURE * error).toFixed(3));
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
