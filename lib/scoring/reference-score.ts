import type { Micros } from '@/lib/time';

const LOWEST = -500;

export interface ScoreFacts {
  stars: number;
  lastCommitAt: Micros | null;
  supportsPython3: boolean;
}

/**
 * The score of the reference: stars, less a tenth of them for each quarter of a year without a commit, less three tenths
 * (1,000 at most) without Python 3; -500 at least. Without a date the tenth is taken once.
 */
export function referenceScore(facts: ScoreFacts, now: Micros): number {
  const { stars, lastCommitAt } = facts;
  const quarters = lastCommitAt === null ? 1 : Math.trunc(monthsBetween(lastCommitAt, now) / 3);
  const idle = (quarters * stars) / 10;
  const old = facts.supportsPython3 ? 0 : Math.min(stars * 0.3, 1000);
  return Math.max(LOWEST, Math.trunc(stars - idle - old));
}

/** Whole calendar months in UTC; none when the first is the later. */
function monthsBetween(first: Micros, second: Micros): number {
  const [from, to] = [new Date(first / 1000), new Date(second / 1000)];
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const monthStart = (date: Date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const isIncomplete = to.getTime() - monthStart(to) < from.getTime() - monthStart(from);
  return Math.max(0, isIncomplete ? months - 1 : months);
}
