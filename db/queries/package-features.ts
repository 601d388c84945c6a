import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { cells, features, gridPackages, grids } from '../schema';

const ofPackage = prepared((db) =>
  db
    .select({
      grid: { slug: grids.slug, title: grids.title },
      title: features.title,
      metric: features.metric,
      text: cells.text,
    })
    .from(gridPackages)
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .innerJoin(cells, eq(cells.gridPackageId, gridPackages.id))
    .innerJoin(features, eq(features.id, cells.featureId))
    .where(eq(gridPackages.packageId, sql.placeholder('packageId')))
    .orderBy(asc(grids.title), asc(features.position), asc(features.id))
    .prepare(),
);

/** The filled cells of a package in all its grids, grid by grid, each with the title of its feature. */
export function listFeatureCells(packageId: number) {
  return ofPackage().all({ packageId });
}
