import { and, asc, count, desc, eq, gt, inArray, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { fieldOf, gridSortFields, type GridSort, type GridSortField } from '@/lib/sort-orders';
import { prepared, preparedFor } from '../client';
import { grids, memberships, packages, slugRedirects } from '../schema';
import { holdsWords, searchPatterns } from './conditions';

// Written out, since Drizzle leaves the table off a column where a query has one table, and inside these there are more.
const packageCount = sql<number>`(select count(*) from memberships where grid_id = grids.id)`;
const featureCount = sql<number>`(select count(*) from features where grid_id = grids.id)`;
const activeCount = sql<number>`(
  select count(*) from memberships join packages on packages.id = memberships.package_id
  where memberships.grid_id = grids.id and packages.is_active
)`;

/** The three packages with most stars, as a JSON list of their titles. */
const leaders = sql<string>`(
  select json_group_array(title) from (
    select packages.title from memberships join packages on packages.id = memberships.package_id
    where memberships.grid_id = grids.id and packages.is_active
    order by packages.repo_watchers desc, packages.title limit 3
  )
)`.mapWith(readNames);

/** A JSON list of texts, as a column of a query gives it. */
export function readNames(json: string): string[] {
  const names: unknown = JSON.parse(json);
  return Array.isArray(names) ? names.map(String) : [];
}

const columns: Record<GridSortField, SQL> = {
  title: sql`${grids.title}`,
  gridpackage_count: packageCount,
  active_gridpackage_count: activeCount,
  feature_count: featureCount,
  modified: sql`${grids.modifiedAt}`,
};

const isListed = and(
  sql`exists (select 1 from memberships where grid_id = grids.id)`,
  holdsWords(grids.title, grids.slug, grids.description),
);

const page = preparedFor((db, sort: GridSort) => {
  const column = columns[fieldOf(gridSortFields, sort) ?? 'title'];
  const order = sort.startsWith('-') ? desc(column) : asc(column);
  // What is shown is read of these grids alone: sorting would read it of all.
  const shown = db
    .select({ id: grids.id })
    .from(grids)
    .where(isListed)
    .orderBy(order, asc(grids.title), asc(grids.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'));
  return db
    .select({
      slug: grids.slug,
      title: grids.title,
      description: grids.description,
      modifiedAt: grids.modifiedAt,
      packageCount,
      activeCount,
      featureCount,
      leaders,
    })
    .from(grids)
    .where(inArray(grids.id, shown))
    .orderBy(order, asc(grids.title), asc(grids.id))
    .prepare();
});

const total = prepared((db) => db.select({ count: count() }).from(grids).where(isListed).prepare());

export type ListedGrid = ReturnType<typeof listGrids>[number];

/** A page of the grids that hold a package and whose name or description holds the words of `q`. */
export function listGrids(q: string, sort: GridSort, slice: { limit: number; offset: number }) {
  return page(sort).all({ patterns: searchPatterns(q), ...slice });
}

/** How many grids hold a package and the words of `q`. */
export function countGrids(q: string): number {
  return total().get({ patterns: searchPatterns(q) })?.count ?? 0;
}

const bySlug = prepared((db) =>
  db
    .select()
    .from(grids)
    .where(eq(grids.slug, sql.placeholder('slug')))
    .prepare(),
);

/** A grid by its slug. */
export function findGrid(slug: string) {
  return bySlug().get({ slug });
}

const renamed = prepared((db) =>
  db
    .select({ slug: grids.slug })
    .from(slugRedirects)
    .innerJoin(grids, eq(grids.id, slugRedirects.gridId))
    .where(and(eq(slugRedirects.kind, 'grid'), eq(slugRedirects.oldSlug, sql.placeholder('slug'))))
    .prepare(),
);

/** The present slug of a grid that once had this one. */
export function findRenamedGrid(oldSlug: string): string | undefined {
  return renamed().get({ slug: oldSlug })?.slug;
}

const ofPackage = prepared((db) =>
  db
    .select({ id: grids.id, slug: grids.slug, title: grids.title, packageCount, featureCount })
    .from(memberships)
    .innerJoin(grids, eq(grids.id, memberships.gridId))
    .where(eq(memberships.packageId, sql.placeholder('packageId')))
    .orderBy(asc(grids.title))
    .prepare(),
);

/** The grids that a package stands in. */
export function listGridsOfPackage(packageId: number) {
  return ofPackage().all({ packageId });
}

const own = alias(memberships, 'own');
const shared = alias(memberships, 'shared');

const neighbours = preparedFor((db, isActive: boolean) =>
  db
    .select({
      gridId: shared.gridId,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      stars: packages.repoWatchers,
      lastCommitAt: packages.lastCommitAt,
    })
    .from(own)
    .innerJoin(shared, eq(shared.gridId, own.gridId))
    .innerJoin(packages, eq(packages.id, shared.packageId))
    .where(
      and(
        eq(own.packageId, sql.placeholder('packageId')),
        ne(shared.packageId, sql.placeholder('packageId')),
        // The plus keeps SQLite from walking all active packages in place of the few that share a grid.
        sql`+${packages.isActive} = ${Number(isActive)}`,
      ),
    )
    .orderBy(desc(packages.repoWatchers), asc(packages.title))
    .prepare(),
);

/** The active packages that share a grid with this one, once for each grid they share, most stars first. */
export function listNeighbours(packageId: number) {
  return neighbours(true).all({ packageId });
}

/** The packages out of use that share a grid with this one, likewise. */
export function listFormerNeighbours(packageId: number) {
  return neighbours(false).all({ packageId });
}

const wellFilled = prepared((db) => {
  const largest = db
    .select({ gridId: memberships.gridId, size: count().as('size') })
    .from(memberships)
    .groupBy(memberships.gridId)
    .having(gt(count(), 2))
    .orderBy(desc(count()))
    .limit(5)
    .as('largest');
  const cells = sql`(select count(*) from elements where elements.grid_id = ${largest.gridId})`;
  return db
    .select({ id: grids.id, slug: grids.slug, title: grids.title, packageCount: largest.size })
    .from(largest)
    .innerJoin(grids, eq(grids.id, largest.gridId))
    .orderBy(desc(cells), asc(grids.title))
    .limit(1)
    .prepare();
});

/** One of the largest grids, the one of them with most cells filled in; undefined while there are no grids. */
export function findShowcaseGrid() {
  return wellFilled().get();
}
