import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { memberships, packages, versions } from '../schema';

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
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .orderBy(asc(packages.title), asc(packages.id))
    .prepare(),
);

/** The packages of a grid with their dates, by title. */
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
    .from(memberships)
    .innerJoin(versions, eq(versions.packageId, memberships.packageId))
    .where(and(eq(memberships.gridId, sql.placeholder('gridId')), eq(versions.isHidden, false)))
    .orderBy(asc(versions.releasedAt))
    .prepare(),
);

/** The releases of all packages of a grid, oldest first. */
export function listTimesheetVersions(gridId: number) {
  return versionsOfGrid().all({ gridId });
}
