import type { ComparedPackage } from '@/lib/comparison/metrics';

/** A package of which nothing is known but its id, with these facts. */
export function comparedPackage(id: number, facts: Partial<ComparedPackage> = {}): ComparedPackage {
  return {
    id,
    slug: `package-${id}`,
    title: `Package ${id}`,
    description: '',
    isDeprecated: false,
    isArchived: false,
    stars: null,
    forks: null,
    starsAt: null,
    usageCount: null,
    usageCountedAt: null,
    downloadRank: null,
    lastCommitAt: null,
    lastReleaseAt: null,
    lastReleasePrecision: 'time',
    latestVersion: null,
    commitsOver52: null,
    commitsAsOf: null,
    developmentStatus: null,
    djangoVersions: null,
    pythonVersions: null,
    requiresPython: null,
    licence: null,
    ...facts,
  };
}
