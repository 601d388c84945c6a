import { and, asc, count, desc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '../client';
import { grids, gridPackages } from '../schema';
import { readNames } from './grids';

const MOST = 6;

const own = alias(gridPackages, 'own');
const shared = alias(gridPackages, 'shared');

const related = prepared((db) => {
  const gridId = sql.placeholder('gridId');
  const nearest = db
    .select({ gridId: shared.gridId, size: count().as('size') })
    .from(own)
    .innerJoin(shared, eq(shared.packageId, own.packageId))
    .innerJoin(grids, eq(grids.id, shared.gridId))
    .where(and(eq(own.gridId, gridId), ne(shared.gridId, gridId)))
    .groupBy(shared.gridId)
    .orderBy(desc(count()), asc(grids.title))
    .limit(MOST)
    .as('nearest');
  // Selected outside the limited subquery, so that names are read for the nearest grids only.
  const names = sql<string>`(
    select json_group_array(title) from (
      select packages.title from grid_packages as here
      join grid_packages as there on there.package_id = here.package_id
      join packages on packages.id = here.package_id
      where here.grid_id = ${gridId} and there.grid_id = ${nearest.gridId}
      order by packages.is_active desc, packages.repo_watchers desc, packages.title limit 3
    )
  )`.mapWith(readNames);
  return db
    .select({ slug: grids.slug, title: grids.title, sharedCount: nearest.size, shared: names })
    .from(nearest)
    .innerJoin(grids, eq(grids.id, nearest.gridId))
    .orderBy(desc(nearest.size), asc(grids.title))
    .prepare();
});

export type RelatedGrid = ReturnType<typeof listRelatedGrids>[number];

/** Grids that share packages with this one, most shared packages first, each with the titles of up to three, most stars first. */
export function listRelatedGrids(gridId: number) {
  return related().all({ gridId });
}
