import type { Clock, Micros, Precision } from '@/lib/time';

/** The data that a package's health is computed from; null means unknown. */
export interface HealthInput {
  isDeprecated: boolean;
  isArchived: boolean;
  repoUrl: string | null;
  lastCommitAt: Micros | null;
  /** 52 weekly counts up to `commitsAsOf`, oldest first. */
  commitsOver52: number[] | null;
  commitsAsOf: Micros | null;
  /** Accounts of contributors; empty if none were ever read. */
  participants: string[];
  /** The most recently published release (lib/package/newest-release.ts), which may be a later fix for an older line. */
  lastReleaseNumber: string | null;
  lastReleaseAt: Micros | null;
  lastReleasePrecision: Precision;
  /** Time up to which its releases are known. */
  releasesAsOf: Micros | null;
  documentationUrl: string | null;
  licence: string | null;
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
  requiresPython: string | null;
  /** When license and versions were read from the repository. */
  snapshotAt: Micros | null;
  stars: number | null;
  starsAt: Micros | null;
  usageCount: number | null;
  usageCountedAt: Micros | null;
  downloadRank: number | null;
}

/** A share of a criterion's points, and a short description of what earns it. */
export interface Level {
  share: number;
  when: string;
}

/** The result of a criterion for one package. */
export interface Finding {
  /** 0 to 1; null if unknown, which leaves the score unaffected. */
  share: number | null;
  /** The fact and its date, in a sentence; built on demand, since the score alone doesn't need it. */
  text: () => string;
}

/** One criterion of a package's health. */
export interface Criterion {
  key: string;
  name: string;
  /** Why it matters when choosing a package, in a sentence. */
  why: string;
  /** Maximum points; those of all criteria add up to 100. */
  points: number;
  /** All shares it can give, largest first. */
  levels: readonly Level[];
  judge: (it: HealthInput, clock: Clock) => Finding;
}

/** The share of the first level whose upper bound isn't exceeded; 0 if there is none. */
export function shareUpTo(levels: readonly (Level & { upTo: number })[], value: number): number {
  return levels.find(({ upTo }) => value <= upTo)?.share ?? 0;
}

/** The share of the first level whose lower bound is reached; 0 if there is none. */
export function shareFrom(levels: readonly (Level & { from: number })[], value: number): number {
  return levels.find(({ from }) => value >= from)?.share ?? 0;
}
