import { asc, desc, eq, sql } from 'drizzle-orm';
import type { FilledCell } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/metrics';
import { evidenceAddress } from '@/lib/evidence';
import { prepared } from '../client';
import { elements, features, memberships, packages } from '../schema';
import { readLists } from './lists';
import { supportOf } from './support';

/** What a comparison reads of a package. */
export const compared = {
  id: packages.id,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  isDeprecated: packages.isDeprecated,
  isArchived: packages.isArchived,
  health: packages.health,
  healthAt: packages.healthAt,
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
  commitCount: packages.commitCount,
  developmentStatus: packages.developmentStatus,
  djangoVersions: supportOf('django'),
  pythonVersions: supportOf('python'),
  requiresPython: packages.requiresPython,
  licence: packages.licence,
  documentationUrl: packages.documentationUrl,
  snapshotAt: packages.snapshotAt,
};

/** The active packages first, then by stars, unknown ones last. */
export const usualOrder = [
  desc(packages.isActive),
  desc(packages.repoWatchers),
  asc(packages.title),
];

const ofGrid = prepared((db) =>
  db
    .select(compared)
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .orderBy(...usualOrder)
    .prepare(),
);

/** All packages of a grid, in the usual order. */
export function listComparedPackages(gridId: number): ComparedPackage[] {
  return ofGrid().all({ gridId });
}

const titlesOfGrid = prepared((db) =>
  db
    .select({ title: packages.title })
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .orderBy(...usualOrder)
    .prepare(),
);

/** The titles of all packages of a grid, in the usual order. */
export function listComparedTitles(gridId: number): string[] {
  return titlesOfGrid()
    .all({ gridId })
    .map(({ title }) => title);
}

const featuresOf = prepared((db) =>
  db
    .select({ id: features.id, title: features.title, description: features.description })
    .from(features)
    .where(eq(features.gridId, sql.placeholder('gridId')))
    .orderBy(asc(features.id))
    .prepare(),
);

/** The features of a grid, in the order in which they were added. */
export function listFeatures(gridId: number) {
  return featuresOf().all({ gridId });
}

/**
 * What a comparison reads of the filled cells of one membership, as a list in JSON: to hand over a few long texts takes a third of the time
 * that thousands of rows do. With them stands what their evidence is an address from.
 */
export const cellColumns = {
  packageId: memberships.packageId,
  repoUrl: packages.repoUrl,
  commit: packages.snapshotCommit,
  cells: sql`json_group_array(
    json_array(${elements.featureId}, ${elements.text}, ${elements.evidence})
  )`.mapWith(readLists),
};

const cells = prepared((db) =>
  db
    .select(cellColumns)
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .innerJoin(elements, eq(elements.membershipId, memberships.id))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .groupBy(memberships.id)
    .prepare(),
);

/** The filled cells of a grid, each with where it was read. */
export function listCells(gridId: number) {
  return cells().all({ gridId }).flatMap(readCells);
}

interface MemberCells {
  packageId: number;
  repoUrl: string | null;
  commit: string | null;
  cells: unknown[][];
}

/** The cells of one membership. The address of evidence is found when it is asked for: most pages don't show it. */
export function readCells({ packageId, repoUrl, commit, cells }: MemberCells): FilledCell[] {
  return cells.map(([featureId, text, evidence]) => ({
    featureId: Number(featureId),
    packageId,
    text: String(text),
    evidence:
      evidence === ''
        ? undefined
        : {
            text: String(evidence),
            get href() {
              return evidenceAddress(repoUrl, commit, this.text);
            },
          },
  }));
}
