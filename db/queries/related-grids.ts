import { and, asc, count, desc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '../client';
import { grids, memberships } from '../schema';
import { readNames } from './grids';

const MOST = 6;

const own = alias(memberships, 'own');
const shared = alias(memberships, 'shared');

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
  // Outside of the part that is limited, so that only the nearest are asked for names.
  const names = sql<string>`(
    select json_group_array(title) from (
      select packages.title from memberships as here
      join memberships as there on there.package_id = here.package_id
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

/** The grids that hold packages of this one, those with most of them first, each with the best known of these. */
export function listRelatedGrids(gridId: number) {
  return related().all({ gridId });
}
