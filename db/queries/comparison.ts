import { asc, desc, eq, sql } from 'drizzle-orm';
import type { ComparedPackage } from '@/lib/comparison/metrics';
import { evidenceAddress } from '@/lib/evidence';
import { compareVersions } from '@/lib/versions';
import { prepared } from '../client';
import { elements, features, memberships, packages } from '../schema';
import { supportOf } from './support';

const readCycles = (json: string | null): string[] | null => {
  const cycles: unknown = json === null ? null : JSON.parse(json);
  return Array.isArray(cycles) ? cycles.map(String).sort(compareVersions) : null;
};

const compared = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
      stars: packages.repoWatchers,
      forks: packages.repoForks,
      starsAt: packages.repoFiguresAt,
      usageCount: packages.usageCount,
      usageCountedAt: packages.usageCountedAt,
      downloadRank: packages.pypiDownloadRank,
      lastCommitAt: packages.lastCommitAt,
      lastReleaseNumber: packages.lastReleaseNumber,
      lastReleaseAt: packages.lastReleaseAt,
      lastReleasePrecision: packages.lastReleasePrecision,
      commitsOver52: packages.commitsOver52,
      commitsAsOf: packages.commitsAsOf,
      developmentStatus: packages.developmentStatus,
      djangoVersions: supportOf('django').mapWith(readCycles),
      pythonVersions: supportOf('python').mapWith(readCycles),
      requiresPython: packages.requiresPython,
      licence: packages.licence,
      snapshotAt: packages.snapshotAt,
    })
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .orderBy(desc(packages.isActive), desc(packages.repoWatchers), asc(packages.title))
    .prepare(),
);

/** All packages of a grid: the active ones first, then by stars, unknown ones last. */
export function listComparedPackages(gridId: number): ComparedPackage[] {
  return compared().all({ gridId });
}

const ofGrid = prepared((db) =>
  db
    .select({ id: features.id, title: features.title, description: features.description })
    .from(features)
    .where(eq(features.gridId, sql.placeholder('gridId')))
    .orderBy(asc(features.id))
    .prepare(),
);

/** The features of a grid, in the order in which they were added. */
export function listFeatures(gridId: number) {
  return ofGrid().all({ gridId });
}

const cells = prepared((db) =>
  db
    .select({
      featureId: elements.featureId,
      packageId: memberships.packageId,
      text: elements.text,
      evidence: elements.evidence,
      repoUrl: packages.repoUrl,
      commit: packages.snapshotCommit,
    })
    .from(elements)
    .innerJoin(memberships, eq(memberships.id, elements.membershipId))
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(elements.gridId, sql.placeholder('gridId')))
    .prepare(),
);

/** The filled cells of a grid, each with where it was read. */
export function listCells(gridId: number) {
  return cells()
    .all({ gridId })
    .map(({ evidence, repoUrl, commit, ...cell }) => ({
      ...cell,
      evidence:
        evidence === ''
          ? undefined
          : { text: evidence, href: evidenceAddress(repoUrl, commit, evidence) },
    }));
}
