import type { Package } from '@/db/schema';
import { isStale, MICROS_PER_DAY, type Clock, type Micros } from '@/lib/time';

/** A recurring event, such as commits: when it last happened, and when it was last checked. */
interface LastSeen {
  lastAt: Micros | null;
  /** When it was read; if unknown, `lastAt` is assumed. */
  asOf: Micros | null;
}

/** Days of silence after which data stays valid however old it is: hardly any project becomes active again later. */
const LONG_SILENCE = 730;

/** Whether data is recent enough to describe a package's current state: less than a year old, and not dated in the future. */
export function isFresh(asOf: Micros | null, clock: Clock): boolean {
  return asOf !== null && asOf <= clock.now && !isStale(asOf, clock);
}

/**
 * Known silence in whole days: from the last event to the time it was read. The days since then are unknown and count neither as silence
 * nor as activity. Returns undefined if nothing can be said about the present: `lastAt` is unknown or in the future, or the data is over
 * a year old and shows no more than LONG_SILENCE days.
 */
export function knownSilence({ lastAt, asOf }: LastSeen, clock: Clock): number | undefined {
  if (lastAt === null || lastAt > clock.now) return undefined;
  const readAt = Math.max(lastAt, Math.min(asOf ?? lastAt, clock.now));
  const days = Math.floor((readAt - lastAt) / MICROS_PER_DAY);
  return isFresh(readAt, clock) || days > LONG_SILENCE ? days : undefined;
}

type CommitsSeen = Pick<Package, 'lastCommitAt' | 'commitsAsOf'>;

/** Days without commits in a repository, as by knownSilence. */
export function commitSilence({ lastCommitAt, commitsAsOf }: CommitsSeen, clock: Clock) {
  return knownSilence({ lastAt: lastCommitAt, asOf: commitsAsOf }, clock);
}

/** Whether a package had no commits for two years when its repository was last read. */
export function isLongSilent(seen: CommitsSeen, clock: Clock): boolean {
  return (commitSilence(seen, clock) ?? 0) > LONG_SILENCE;
}

/** Whether data from a repository is still valid: it was read within a year, or the repository has been silent for long. */
export function isStillValid(asOf: Micros | null, seen: CommitsSeen, clock: Clock): boolean {
  return asOf !== null && (isFresh(asOf, clock) || isLongSilent(seen, clock));
}
