import type { Micros } from '@/lib/time';

const LOWEST = -500;

export interface ScoreInput {
  stars: number;
  lastCommitAt: Micros | null;
  supportsPython3: boolean;
}

/**
 * The score as djangopackages.org computes it: stars, minus a tenth of them for each three months without a commit, minus three tenths
 * (at most 1,000) without Python 3 support; at least -500. If the last commit is unknown, one tenth is subtracted.
 */
export function referenceScore(input: ScoreInput, now: Micros): number {
  const { stars, lastCommitAt } = input;
  const quarters = lastCommitAt === null ? 1 : Math.trunc(monthsBetween(lastCommitAt, now) / 3);
  const idle = (quarters * stars) / 10;
  const old = input.supportsPython3 ? 0 : Math.min(stars * 0.3, 1000);
  return Math.max(LOWEST, Math.trunc(stars - idle - old));
}

/** Whole calendar months between two times, in UTC; 0 if the first is later. */
function monthsBetween(first: Micros, second: Micros): number {
  const [from, to] = [new Date(first / 1000), new Date(second / 1000)];
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const monthStart = (date: Date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const isIncomplete = to.getTime() - monthStart(to) < from.getTime() - monthStart(from);
  return Math.max(0, isIncomplete ? months - 1 : months);
}
