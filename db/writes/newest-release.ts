import { asc, eq, sql } from 'drizzle-orm';
import { newestRelease } from '@/lib/package/newest-release';
import { prepared } from '../client';
import { packages, versions } from '../schema';

const packageId = sql.placeholder('packageId');

const statements = prepared((db) => ({
  releases: db
    .select({
      number: versions.number,
      releasedAt: versions.releasedAt,
      datePrecision: versions.datePrecision,
      // PyPI's latest version may also be known from a tag, and then its source is 'tag'.
      isOnPypi:
        sql`${versions.source} = 'pypi' or ifnull(${versions.id} = ${packages.latestVersionId}, 0)`.mapWith(
          Boolean,
        ),
      isHidden: versions.isHidden,
    })
    .from(versions)
    .innerJoin(packages, eq(packages.id, versions.packageId))
    .where(eq(versions.packageId, packageId))
    .orderBy(asc(versions.id))
    .prepare(),
  update: db
    .update(packages)
    .set({
      lastReleaseNumber: sql`${sql.placeholder('lastReleaseNumber')}`,
      lastReleaseAt: sql`${sql.placeholder('lastReleaseAt')}`,
      lastReleasePrecision: sql`${sql.placeholder('lastReleasePrecision')}`,
    })
    .where(eq(packages.id, packageId))
    .prepare(),
}));

/** Computes and stores a package's newest release. Call it in the transaction that changed its releases. */
export function saveNewestRelease(id: number): void {
  const { releases, update } = statements();
  update.run({ packageId: id, ...newestRelease(releases.all({ packageId: id })) });
}
