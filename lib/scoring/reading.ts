import { isStale, MICROS_PER_DAY, type Clock, type Micros } from '@/lib/time';

/** Something that happens again and again, such as commits: when it last did, and up to when anyone has looked. */
interface LastSeen {
  lastAt: Micros | null;
  /** When it was read; where that is unknown, at `lastAt` at the earliest. */
  asOf: Micros | null;
}

/** Days of silence after which what was read stands, however old the reading is: hardly any project wakes up later. */
const LONG_SILENCE = 730;

/** Whether a reading is young enough to say how a package is now: less than a year old. */
export function isFresh(asOf: Micros | null, clock: Clock): boolean {
  return asOf !== null && !isStale(asOf, clock);
}

/**
 * The whole days of silence that are known of: from the last time to the reading. What came after the reading nobody knows, so those
 * days count neither as silence nor as life. Undefined where nothing can be said of now: no time is known, or the reading is over a
 * year old and had not yet found more than LONG_SILENCE.
 */
export function knownSilence({ lastAt, asOf }: LastSeen, clock: Clock): number | undefined {
  if (lastAt === null) return undefined;
  const readAt = Math.max(lastAt, Math.min(asOf ?? lastAt, clock.now));
  const days = Math.floor((readAt - lastAt) / MICROS_PER_DAY);
  return isFresh(readAt, clock) || days > LONG_SILENCE ? days : undefined;
}

interface CommitsSeen {
  lastCommitAt: Micros | null;
  commitsAsOf: Micros | null;
}

/** The silence of a repository, by knownSilence. */
export function commitSilence({ lastCommitAt, commitsAsOf }: CommitsSeen, clock: Clock) {
  return knownSilence({ lastAt: lastCommitAt, asOf: commitsAsOf }, clock);
}

/** Whether nobody had worked on a package for two years when its repository was last read. */
export function isLongSilent(it: CommitsSeen, clock: Clock): boolean {
  return (commitSilence(it, clock) ?? 0) > LONG_SILENCE;
}

/** Whether what a repository said at a reading can be taken for what it says now: read within a year, or nobody worked on it. */
export function stillStands(asOf: Micros | null, it: CommitsSeen, clock: Clock): boolean {
  return asOf !== null && (isFresh(asOf, clock) || isLongSilent(it, clock));
}
