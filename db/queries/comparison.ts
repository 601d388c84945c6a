import { asc, desc, eq, sql } from 'drizzle-orm';
import type { FilledCell } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { evidenceAddress } from '@/lib/comparison/evidence';
import { prepared } from '../client';
import { cells, features, gridPackages, packages, pypiProjects, repositories } from '../schema';
import { readLists } from './lists';
import { supportOf } from './support';

/** Package columns that a comparison needs. */
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
  commitsOver52: repositories.commitsOver52,
  commitsAsOf: packages.commitsAsOf,
  commitCount: repositories.commitCount,
  developmentStatus: pypiProjects.developmentStatus,
  djangoVersions: supportOf('django'),
  pythonVersions: supportOf('python'),
  requiresPython: pypiProjects.requiresPython,
  licence: packages.licence,
  documentationUrl: packages.documentationUrl,
  snapshotAt: packages.snapshotAt,
};

/** Active packages first, then most stars first, unknown star counts last. */
export const usualOrder = [
  desc(packages.isActive),
  desc(packages.repoWatchers),
  asc(packages.title),
];

const ofGrid = prepared((db) =>
  db
    .select(compared)
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    .where(eq(gridPackages.gridId, sql.placeholder('gridId')))
    .orderBy(...usualOrder)
    .prepare(),
);

/** All packages of a grid, in the default order. */
export function listComparedPackages(gridId: number): ComparedPackage[] {
  return ofGrid().all({ gridId });
}

const titlesOfGrid = prepared((db) =>
  db
    .select({ title: packages.title })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(eq(gridPackages.gridId, sql.placeholder('gridId')))
    .orderBy(...usualOrder)
    .prepare(),
);

/** The titles of all packages of a grid, in the default order. */
export function listComparedTitles(gridId: number): string[] {
  return titlesOfGrid()
    .all({ gridId })
    .map(({ title }) => title);
}

const featuresOf = prepared((db) =>
  db
    .select({
      id: features.id,
      title: features.title,
      description: features.description,
      metric: features.metric,
    })
    .from(features)
    .where(eq(features.gridId, sql.placeholder('gridId')))
    .orderBy(asc(features.position), asc(features.id))
    .prepare(),
);

/** The features of a grid, in the order of its editors. */
export function listFeatures(gridId: number) {
  return featuresOf().all({ gridId });
}

/**
 * The filled cells of one package in one grid as a JSON list, with the repository and commit that evidence URLs are built from.
 * Reading a few long strings from SQLite takes a third of the time of thousands of rows.
 */
export const cellColumns = {
  packageId: gridPackages.packageId,
  repoUrl: packages.repoUrl,
  commit: repositories.snapshotCommit,
  cells: sql`json_group_array(
    json_array(${cells.featureId}, ${cells.text}, ${cells.evidence})
  )`.mapWith(readLists),
};

const cellsOfGrid = prepared((db) =>
  db
    .select(cellColumns)
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(cells, eq(cells.gridPackageId, gridPackages.id))
    .where(eq(gridPackages.gridId, sql.placeholder('gridId')))
    .groupBy(gridPackages.id)
    .prepare(),
);

/** The filled cells of a grid, each with its evidence. */
export function listCells(gridId: number) {
  return cellsOfGrid().all({ gridId }).flatMap(readCells);
}

interface MemberCells {
  packageId: number;
  repoUrl: string | null;
  commit: string | null;
  cells: unknown[][];
}

/** Parses the cells of one package in one grid. Evidence URLs are computed on access, since most pages don't show them. */
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
