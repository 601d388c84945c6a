import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { packages, packageSupport } from '../schema';

/** The cycles of a product that a package declares, as a JSON list in a column; null where its classifiers were never read. */
export function supportOf(product: 'django' | 'python') {
  return sql`case when ${packages.snapshotAt} is null then null else (
    select json_group_array(cycle) from ${packageSupport}
    where ${packageSupport.packageId} = ${packages.id} and ${packageSupport.product} = ${product}
  ) end`;
}

const ofPackage = prepared((db) =>
  db
    .select({ product: packageSupport.product, cycle: packageSupport.cycle })
    .from(packageSupport)
    .where(eq(packageSupport.packageId, sql.placeholder('packageId')))
    .orderBy(asc(packageSupport.product))
    .prepare(),
);

/** The releases of each product that a package's classifiers name. */
export function listSupport(packageId: number) {
  return ofPackage().all({ packageId });
}
