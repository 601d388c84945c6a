import type { Clock, Micros, Precision } from '@/lib/time';

/** What the health of a package is judged by; null is unknown. */
export interface HealthFacts {
  isDeprecated: boolean;
  isArchived: boolean;
  repoUrl: string | null;
  lastCommitAt: Micros | null;
  /** 52 weekly counts up to `commitsAsOf`, oldest first. */
  commitsOver52: number[] | null;
  commitsAsOf: Micros | null;
  /** Accounts that have committed; empty where none was ever read. */
  participants: string[];
  lastReleaseNumber: string | null;
  lastReleaseAt: Micros | null;
  lastReleasePrecision: Precision;
  /** Up to when its releases are known. */
  releasesAsOf: Micros | null;
  documentationUrl: string | null;
  licence: string | null;
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
  requiresPython: string | null;
  /** When licence and versions were read from the repository. */
  snapshotAt: Micros | null;
  stars: number | null;
  starsAt: Micros | null;
  usageCount: number | null;
  usageCountedAt: Micros | null;
  downloadRank: number | null;
}

/** A share of a criterion's points and what it is given for, as it reads after "9 of 15 points for". */
export interface Level {
  share: number;
  when: string;
}

/** What a criterion says of one package. */
export interface Finding {
  /** From 0 to 1; null where it is unknown, which neither rewards nor punishes. */
  share: number | null;
  /** The fact and its day, in a sentence; made on demand, since a number needs none. */
  text: () => string;
}

/** One thing that makes a package healthy. */
export interface Criterion {
  key: string;
  name: string;
  /** Why it matters to who chooses a package, in a sentence. */
  why: string;
  /** What it gives at most; the points of all criteria are 100. */
  points: number;
  /** Every share that it can give, the largest first. */
  levels: readonly Level[];
  judge: (it: HealthFacts, clock: Clock) => Finding;
}

/** The share of the first level whose bound is not passed. */
export function shareUpTo(levels: readonly (Level & { upTo: number })[], value: number): number {
  return levels.find(({ upTo }) => value <= upTo)?.share ?? 0;
}

/** The share of the first level whose bound is reached. */
export function shareFrom(levels: readonly (Level & { from: number })[], value: number): number {
  return levels.find(({ from }) => value >= from)?.share ?? 0;
}
