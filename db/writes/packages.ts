import { eq, getTableColumns, type GetColumnData } from 'drizzle-orm';
import { database } from '../client';
import type { collected } from '../queries/collected';
import { packages, pypiProjects, repositories } from '../schema';
import { insertRows } from './insert-rows';

type Collected = { [Name in keyof typeof collected]: GetColumnData<(typeof collected)[Name]> };

/** Columns of a package, whichever table holds them. */
export type PackageColumns = Partial<typeof packages.$inferInsert & Collected>;

/** `projectPackages` copies these columns into `packages`, so nothing else writes them there. */
const projected = [
  'repoDescription',
  'repoWatchers',
  'repoForks',
  'repoFiguresAt',
  'licence',
  'lastCommitAt',
  'commitsAsOf',
  'lastFetchedAt',
  'snapshotAt',
  'pypiDownloadRank',
];

const ownNames = Object.keys(getTableColumns(packages)).filter((name) => !projected.includes(name));

const ownColumns = (columns: PackageColumns) =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => ownNames.includes(name)));

/** Adds a package. A trigger adds its rows in the other two tables. */
export function insertPackage(
  columns: PackageColumns & typeof packages.$inferInsert & { id: number },
): void {
  const { id, slug, title, categoryId, createdAt, modifiedAt } = columns;
  const row = { ...ownColumns(columns), id, slug, title, categoryId, createdAt, modifiedAt };
  insertRows(packages, [row]);
  saveBeside(id, columns);
}

/** Stores the given columns of a package; those that are absent or undefined stay as they are. */
export function updatePackage(id: number, columns: PackageColumns): void {
  const own = ownColumns(columns);
  if (hasValue(own)) database().update(packages).set(own).where(eq(packages.id, id)).run();
  saveBeside(id, columns);
}

function saveBeside(packageId: number, columns: PackageColumns): void {
  const repository = {
    description: columns.repoDescription,
    stars: columns.repoWatchers,
    forks: columns.repoForks,
    figuresAt: columns.repoFiguresAt,
    figuresSource: columns.repoFiguresSource,
    license: columns.licence,
    participants: columns.participants,
    commitsOver52: columns.commitsOver52,
    commitsAsOf: columns.commitsAsOf,
    commitCount: columns.commitCount,
    lastCommitAt: columns.lastCommitAt,
    fetchedAt: columns.lastFetchedAt,
    activitySource: columns.figuresFrom,
    snapshotCommit: columns.snapshotCommit,
    snapshotAt: columns.snapshotAt,
  };
  const project = {
    downloadRank: columns.pypiDownloadRank,
    requiresPython: columns.requiresPython,
    developmentStatus: columns.developmentStatus,
  };
  const db = database();
  if (hasValue(repository)) {
    db.update(repositories).set(repository).where(eq(repositories.packageId, packageId)).run();
  }
  if (hasValue(project)) {
    db.update(pypiProjects).set(project).where(eq(pypiProjects.packageId, packageId)).run();
  }
}

const hasValue = (columns: object) => Object.values(columns).some((value) => value !== undefined);
