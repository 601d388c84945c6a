import { asc, count, eq, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Page } from '@/lib/list/paging';
import { prepared, preparedFor, type Database } from '@/db/client';
import { categories, gridPackages, grids, packages, repositories } from '@/db/schema';
import { pypiVersion } from './pypi-version';

/** Full records in any state, as version 3 of the API returns them: sorted by title, with references as slugs. */

/** The packages to list: those of a category or grid, or all. */
export type PackageScope = { categoryId: number } | { gridId: number } | object;

const limit = sql.placeholder('limit');
const offset = sql.placeholder('offset');

/** Parses slugs joined by group_concat; slugs never contain a comma. */
const slugs = (text: string) => (text === '' ? [] : text.split(','));

/** Slugs of a package's grids, in the order in which it joined them. */
function gridSlugs(db: Database) {
  const joined = sql`group_concat(${grids.slug}, ',' order by ${gridPackages.id})`;
  const memberOf = db
    .select({ slugs: sql`ifnull(${joined}, '')` })
    .from(gridPackages)
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .where(eq(gridPackages.packageId, packages.id));
  return sql`${memberOf}`.mapWith(slugs);
}

function selectPackages(db: Database) {
  return db
    .select({
      slug: packages.slug,
      title: packages.title,
      categorySlug: categories.slug,
      gridSlugs: gridSlugs(db),
      createdAt: packages.createdAt,
      modifiedAt: packages.modifiedAt,
      lastFetchedAt: packages.lastFetchedAt,
      commitsOver52: repositories.commitsOver52,
      documentationUrl: packages.documentationUrl,
      participants: repositories.participants,
      pypiUrl: packages.pypiUrl,
      pypiVersion,
      repoDescription: packages.repoDescription,
      repoForks: packages.repoForks,
      repoUrl: packages.repoUrl,
      repoWatchers: packages.repoWatchers,
      usageCount: packages.usageCount,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id));
}

/** One index scan per state, which SQLite merges, so that no page has to sort all packages. */
function allByTitle(db: Database) {
  const inState = (isActive: boolean) =>
    db
      .select({ id: packages.id, title: packages.title })
      .from(packages)
      .where(eq(packages.isActive, isActive));
  return unionAll(inState(true), inState(false));
}

function someByTitle(db: Database, isMember: SQL) {
  return db.select({ id: packages.id, title: packages.title }).from(packages).where(isMember);
}

const isInCategory = eq(packages.categoryId, sql.placeholder('categoryId'));

const isInGrid = sql`${packages.id} in (
  select package_id from ${gridPackages} where grid_id = ${sql.placeholder('gridId')}
)`;

/** For each scope, the ids and titles of its packages, and the condition to count them by. */
const scopes = {
  all: { byTitle: allByTitle, isMember: sql`true` },
  category: { byTitle: (db: Database) => someByTitle(db, isInCategory), isMember: isInCategory },
  grid: { byTitle: (db: Database) => someByTitle(db, isInGrid), isMember: isInGrid },
};

function scopeOf(scope: PackageScope): keyof typeof scopes {
  if ('categoryId' in scope) return 'category';
  return 'gridId' in scope ? 'grid' : 'all';
}

const packagePages = preparedFor((db, scope: keyof typeof scopes) => {
  const page = scopes[scope]
    .byTitle(db)
    .orderBy(sql`2, 1`)
    .limit(limit)
    .offset(offset)
    .as('page');
  return selectPackages(db)
    .innerJoin(page, eq(page.id, packages.id))
    .orderBy(asc(packages.title), asc(packages.id))
    .prepare();
});

/** A page of packages, by title. */
export function listTitledPackages(scope: PackageScope, page: Page) {
  return packagePages(scopeOf(scope)).all({ ...scope, ...page });
}

const packageCounts = preparedFor((db, scope: keyof typeof scopes) =>
  db.select({ count: count() }).from(packages).where(scopes[scope].isMember).prepare(),
);

export function countTitledPackages(scope: PackageScope): number {
  return packageCounts(scopeOf(scope)).get({ ...scope })?.count ?? 0;
}

const packageBySlug = prepared((db) =>
  selectPackages(db)
    .where(eq(packages.slug, sql.placeholder('slug')))
    .prepare(),
);

/** The package with this slug. */
export function findNamedPackage(slug: string) {
  return packageBySlug().get({ slug });
}

/** Slugs of a grid's packages, by title. */
function packageSlugs(db: Database) {
  const joined = sql`group_concat(${packages.slug}, ',' order by ${packages.title}, ${packages.id})`;
  const members = db
    .select({ slugs: sql`ifnull(${joined}, '')` })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(eq(gridPackages.gridId, grids.id));
  return sql`${members}`.mapWith(slugs);
}

function selectGrids(db: Database) {
  return db
    .select({
      id: grids.id,
      slug: grids.slug,
      title: grids.title,
      description: grids.description,
      isLocked: grids.isLocked,
      isHeader: grids.isHeader,
      packageSlugs: packageSlugs(db),
      createdAt: grids.createdAt,
      modifiedAt: grids.modifiedAt,
    })
    .from(grids);
}

const gridStatements = prepared((db) => ({
  page: selectGrids(db)
    .orderBy(asc(grids.title), asc(grids.id))
    .limit(limit)
    .offset(offset)
    .prepare(),
  bySlug: selectGrids(db)
    .where(eq(grids.slug, sql.placeholder('slug')))
    .prepare(),
}));

/** A page of grids, by title. */
export function listTitledGrids(page: Page) {
  return gridStatements().page.all({ ...page });
}

/** The grid with this slug. */
export function findNamedGrid(slug: string) {
  return gridStatements().bySlug.get({ slug });
}
