import { and, asc, count, desc, eq, gt, inArray, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { healthBands } from '@/lib/scoring/health';
import type { Page } from '@/lib/list/paging';
import { fieldOf, gridSortFields, type GridSort, type GridSortField } from '@/lib/list/sort-orders';
import { prepared, preparedFor } from '../client';
import { grids, gridPackages, packages } from '../schema';
import { isInIds } from './conditions';
import { atPresent, pastOnly } from './future';

// Raw SQL, because Drizzle omits the table name from columns in single-table queries, and these subqueries need it.
const packageCount = sql<number>`(select count(*) from grid_packages where grid_id = grids.id)`;
const featureCount = sql<number>`(select count(*) from features where grid_id = grids.id)`;
const activeCount = sql<number>`(
  select count(*) from grid_packages join packages on packages.id = grid_packages.package_id
  where grid_packages.grid_id = grids.id and packages.is_active
)`;

/** The titles of the three active packages with the most stars. */
export const leaders = sql<string>`(
  select json_group_array(title) from (
    select packages.title from grid_packages join packages on packages.id = grid_packages.package_id
    where grid_packages.grid_id = grids.id and packages.is_active
    order by packages.repo_watchers desc, packages.title limit 3
  )
)`.mapWith(readNames);

/** Parses a JSON list of strings from a query column. */
export function readNames(json: string): string[] {
  const names: unknown = JSON.parse(json);
  return Array.isArray(names) ? names.map(String) : [];
}

const columns: Record<GridSortField, SQL> = {
  title: sql`${grids.title}`,
  gridpackage_count: packageCount,
  active_gridpackage_count: activeCount,
  feature_count: featureCount,
  modified: pastOnly(grids.modifiedAt),
};

const hasPackages = sql`exists (select 1 from grid_packages where grid_id = grids.id)`;

/** Grids with at least one package, optionally only those found by a search. */
const isListed = (isFound: boolean) =>
  isFound ? and(hasPackages, isInIds(grids.id)) : hasPackages;

const pageOf = (isFound: boolean) =>
  preparedFor((db, sort: GridSort) => {
    const column = columns[fieldOf(gridSortFields, sort) ?? 'title'];
    const order = sort.startsWith('-') ? desc(column) : sql`${column} asc nulls last`;
    // Pick the page's ids first, so that the other columns are computed for these grids only and not for every grid sorted.
    const shown = db
      .select({ id: grids.id })
      .from(grids)
      .where(isListed(isFound))
      .orderBy(order, asc(grids.title), asc(grids.id))
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'));
    return db
      .select({
        id: grids.id,
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

const pages = { all: pageOf(false), found: pageOf(true) };

const total = preparedFor((db, isFound: boolean) =>
  db.select({ count: count() }).from(grids).where(isListed(isFound)).prepare(),
);

export type ListedGrid = ReturnType<typeof listGrids>[number];

/** A page of the grids with at least one package; if ids are given, only of those grids. */
export function listGrids(sort: GridSort, slice: Page, ids?: number[]) {
  const statement = ids ? pages.found(sort) : pages.all(sort);
  return statement.all({ ids: JSON.stringify(ids), ...atPresent(), ...slice });
}

/** A page of the grids with these ids, in the given order, without empty grids. */
export function listGridsInOrder(ids: number[], { offset, limit }: Page): ListedGrid[] {
  const listed = listGrids('title', { offset: 0, limit: ids.length }, ids);
  const byId = new Map(listed.map((grid) => [grid.id, grid]));
  return ids.flatMap((id) => byId.get(id) ?? []).slice(offset, offset + limit);
}

/** The number of grids with at least one package, among these ids or all. */
export function countGrids(ids?: number[]): number {
  return total(ids !== undefined).get({ ids: JSON.stringify(ids) })?.count ?? 0;
}

const bySlug = prepared((db) =>
  db
    .select()
    .from(grids)
    .where(eq(grids.slug, sql.placeholder('slug')))
    .prepare(),
);

/** The grid with this slug. */
export function findGrid(slug: string) {
  return bySlug().get({ slug });
}

const byId = prepared((db) =>
  db
    .select()
    .from(grids)
    .where(eq(grids.id, sql.placeholder('id')))
    .prepare(),
);

/** The grid with this id. */
export const findGridById = (id: number) => byId().get({ id });

const titles = prepared((db) =>
  db
    .select({
      id: grids.id,
      slug: grids.slug,
      title: grids.title,
      isLocked: grids.isLocked,
    })
    .from(grids)
    .orderBy(asc(grids.title), asc(grids.id))
    .prepare(),
);

/** All grids by title, empty ones too. */
export const listGridTitles = () => titles().all();

const memberOf = prepared((db) =>
  db
    .select()
    .from(gridPackages)
    .where(
      and(
        eq(gridPackages.gridId, sql.placeholder('gridId')),
        eq(gridPackages.packageId, sql.placeholder('packageId')),
      ),
    )
    .prepare(),
);

/** The row of a package in a grid. */
export const findGridPackage = (gridId: number, packageId: number) =>
  memberOf().get({ gridId, packageId });

const ofPackage = prepared((db) =>
  db
    .select({ id: grids.id, slug: grids.slug, title: grids.title, packageCount, featureCount })
    .from(gridPackages)
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .where(eq(gridPackages.packageId, sql.placeholder('packageId')))
    .orderBy(asc(grids.title))
    .prepare(),
);

/** The grids that a package is in. */
export function listGridsOfPackage(packageId: number) {
  return ofPackage().all({ packageId });
}

const own = alias(gridPackages, 'own');
const shared = alias(gridPackages, 'shared');

const neighbours = prepared((db) =>
  db
    .select({
      gridId: shared.gridId,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      stars: packages.repoWatchers,
      lastCommitAt: packages.lastCommitAt,
      health: packages.health,
      isActive: packages.isActive,
    })
    .from(own)
    .innerJoin(shared, eq(shared.gridId, own.gridId))
    .innerJoin(packages, eq(packages.id, shared.packageId))
    .where(
      and(
        eq(own.packageId, sql.placeholder('packageId')),
        ne(shared.packageId, sql.placeholder('packageId')),
      ),
    )
    .orderBy(desc(packages.repoWatchers), asc(packages.title))
    .prepare(),
);

/**
 * Packages that share a grid with this one, one row per shared grid, most stars first: active ones, and former ones, which are archived
 * or deprecated.
 */
export function listNeighbours(packageId: number) {
  const all = neighbours().all({ packageId });
  return { active: all.filter((it) => it.isActive), former: all.filter((it) => !it.isActive) };
}

/** The lowest score of a healthy package. */
const HEALTHY = Math.min(
  ...healthBands.filter(({ tone }) => tone === 'good').map(({ from }) => from),
);

/** The health scores of the packages, best first. */
const scores = sql`(
  select json_group_array(health) from (
    select packages.health from grid_packages join packages on packages.id = grid_packages.package_id
    where grid_packages.grid_id = grids.id order by packages.health desc
  )
)`.mapWith(readScores);

const bestKept = prepared((db) => {
  // The grids are picked first, so that the other columns are computed for these only.
  const ranked = db
    .select({
      gridId: gridPackages.gridId,
      packageCount: count().as('package_count'),
      healthyCount: count(sql`case when ${packages.health} >= ${HEALTHY} then 1 end`).as(
        'healthy_count',
      ),
    })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .groupBy(gridPackages.gridId)
    .having(gt(count(), 1))
    .orderBy(desc(sql`healthy_count`), asc(gridPackages.gridId))
    .limit(sql.placeholder('limit'))
    .as('ranked');
  return db
    .select({
      slug: grids.slug,
      title: grids.title,
      packageCount: ranked.packageCount,
      healthyCount: ranked.healthyCount,
      scores,
      leaders,
    })
    .from(ranked)
    .innerJoin(grids, eq(grids.id, ranked.gridId))
    .orderBy(desc(ranked.healthyCount), asc(grids.title))
    .prepare();
});

/** Parses a JSON list of health scores from a query column. */
function readScores(json: string): (number | null)[] {
  const scores: unknown = JSON.parse(json);
  return Array.isArray(scores) ? scores.map((it) => (typeof it === 'number' ? it : null)) : [];
}

export type KeptGrid = ReturnType<typeof listBestKeptGrids>[number];

/** The grids with the most healthy packages, each with the health scores of its packages, best first. */
export function listBestKeptGrids(limit: number) {
  return bestKept().all({ limit });
}

const wellFilled = prepared((db) => {
  const largest = db
    .select({ gridId: gridPackages.gridId, size: count().as('size') })
    .from(gridPackages)
    .groupBy(gridPackages.gridId)
    .having(gt(count(), 2))
    .orderBy(desc(count()))
    .limit(5)
    .as('largest');
  const cells = sql`(select count(*) from cells where cells.grid_id = ${largest.gridId})`;
  return db
    .select({ id: grids.id, slug: grids.slug, title: grids.title, packageCount: largest.size })
    .from(largest)
    .innerJoin(grids, eq(grids.id, largest.gridId))
    .orderBy(desc(cells), asc(grids.title))
    .limit(1)
    .prepare();
});

/** Of the five largest grids, the one with the most filled cells; undefined if no grid has more than two packages. */
export function findShowcaseGrid() {
  return wellFilled().get();
}
