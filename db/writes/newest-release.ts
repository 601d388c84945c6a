import { asc, eq, sql } from 'drizzle-orm';
import { newestRelease } from '@/lib/newest-release';
import { prepared } from '../client';
import { packages, versions } from '../schema';

const packageId = sql.placeholder('packageId');

const statements = prepared((db) => ({
  versions: db
    .select()
    .from(versions)
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

/** Brings what lists sort a package by to its releases as they are now; belongs in the transaction that changed them. */
export function saveNewestRelease(id: number): void {
  const { versions: own, update } = statements();
  update.run({ packageId: id, ...newestRelease(own.all({ packageId: id })) });
}
