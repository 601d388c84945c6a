import { asc, eq, sql, type Placeholder } from 'drizzle-orm';
import { compareVersions } from '@/lib/package/versions';
import { prepared } from '../client';
import { packages, packageSupport } from '../schema';

const readCycles = (json: string | null): string[] | null => {
  const cycles: unknown = json === null ? null : JSON.parse(json);
  return Array.isArray(cycles) ? cycles.map(String).sort(compareVersions) : null;
};

/** The release cycles of a product that a package declares, oldest first; null if its classifiers were never read. */
export function supportOf(product: 'django' | 'python' | Placeholder) {
  return sql<string | null>`case when ${packages.snapshotAt} is null then null else (
    select json_group_array(cycle) from ${packageSupport}
    where ${packageSupport.packageId} = ${packages.id} and ${packageSupport.product} = ${product}
  ) end`.mapWith(readCycles);
}

const ofPackage = prepared((db) =>
  db
    .select({ product: packageSupport.product, cycle: packageSupport.cycle })
    .from(packageSupport)
    .where(eq(packageSupport.packageId, sql.placeholder('packageId')))
    .orderBy(asc(packageSupport.product))
    .prepare(),
);

/** The releases of each product that a package's classifiers declare. */
export function listSupport(packageId: number) {
  return ofPackage().all({ packageId });
}
