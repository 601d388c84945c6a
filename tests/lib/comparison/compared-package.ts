import type { ComparedPackage } from '@/lib/comparison/compared-package';

/** A package with only an id and these metrics. */
export function comparedPackage(
  id: number,
  metrics: Partial<ComparedPackage> = {},
): ComparedPackage {
  return {
    id,
    slug: `package-${id}`,
    title: `Package ${id}`,
    description: '',
    isDeprecated: false,
    isArchived: false,
    health: null,
    healthAt: null,
    stars: null,
    forks: null,
    starsAt: null,
    usageCount: null,
    usageCountedAt: null,
    downloadRank: null,
    lastCommitAt: null,
    lastReleaseNumber: null,
    lastReleaseAt: null,
    lastReleasePrecision: 'time',
    commitsOver52: null,
    commitCount: null,
    documentationUrl: null,
    commitsAsOf: null,
    developmentStatus: null,
    djangoVersions: null,
    pythonVersions: null,
    requiresPython: null,
    licence: null,
    snapshotAt: null,
    ...metrics,
  };
}
