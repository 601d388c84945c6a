import { byVersion } from '@/lib/package/newest-release';
import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { versions } from '../schema';

const ofPackage = prepared((db) =>
  db
    .select({
      id: versions.id,
      number: versions.number,
      releasedAt: versions.releasedAt,
      datePrecision: versions.datePrecision,
      source: versions.source,
    })
    .from(versions)
    .where(and(eq(versions.packageId, sql.placeholder('packageId')), eq(versions.isHidden, false)))
    .orderBy(versions.id)
    .prepare(),
);

export type ListedVersion = ReturnType<typeof listVersions>[number];

/** The releases of a package, highest version first. */
export function listVersions(packageId: number) {
  return ofPackage().all({ packageId }).sort(byVersion);
}
