import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { gridPackages, packages, versions } from '../schema';

const ofGrid = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
      listedAt: packages.createdAt,
      lastReleaseAt: packages.lastReleaseAt,
      lastReleasePrecision: packages.lastReleasePrecision,
      lastCommitAt: packages.lastCommitAt,
      commitsAsOf: packages.commitsAsOf,
    })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(eq(gridPackages.gridId, sql.placeholder('gridId')))
    .orderBy(asc(packages.title), asc(packages.id))
    .prepare(),
);

/** The packages of a grid by title, with their dates. */
export function listTimesheetPackages(gridId: number) {
  return ofGrid().all({ gridId });
}

const versionsOfGrid = prepared((db) =>
  db
    .select({
      packageId: versions.packageId,
      releasedAt: versions.releasedAt,
      datePrecision: versions.datePrecision,
    })
    .from(gridPackages)
    .innerJoin(versions, eq(versions.packageId, gridPackages.packageId))
    .where(and(eq(gridPackages.gridId, sql.placeholder('gridId')), eq(versions.isHidden, false)))
    .orderBy(asc(versions.releasedAt))
    .prepare(),
);

/** The releases of all packages of a grid, oldest first. */
export function listTimesheetVersions(gridId: number) {
  return versionsOfGrid().all({ gridId });
}
