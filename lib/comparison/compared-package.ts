import type { Micros, Precision } from '@/lib/time';

/** A package in a comparison; null means unknown. */
export interface ComparedPackage {
  id: number;
  slug: string;
  title: string;
  description: string;
  isDeprecated: boolean;
  isArchived: boolean;
  /** 0 to 100, computed at `healthAt`. */
  health: number | null;
  healthAt: Micros | null;
  stars: number | null;
  forks: number | null;
  starsAt: Micros | null;
  usageCount: number | null;
  usageCountedAt: Micros | null;
  downloadRank: number | null;
  lastCommitAt: Micros | null;
  /** The newest release, see lib/package/newest-release.ts. */
  lastReleaseNumber: string | null;
  lastReleaseAt: Micros | null;
  lastReleasePrecision: Precision;
  commitsOver52: number[] | null;
  commitsAsOf: Micros | null;
  commitCount: number | null;
  developmentStatus: number | null;
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
  requiresPython: string | null;
  licence: string | null;
  documentationUrl: string | null;
  /** When status, versions and licence were read from the repository. */
  snapshotAt: Micros | null;
}
