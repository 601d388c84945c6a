import { asc, count, eq, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { prepared, preparedFor, type Database } from '../client';
import { categories, grids, memberships, packages, versions } from '../schema';
import type { Page } from './packages';
import { idOfSlug } from './records';

/** Whole records, whatever their state, as version 3 of the API hands them out: by title, and naming others by slug. */

/** Of all packages, or of one category or grid, those that a page takes. */
export type PackageScope = { categoryId: number } | { gridId: number } | object;

const limit = sql.placeholder('limit');
const offset = sql.placeholder('offset');

/** Slugs that group_concat has joined; none has a comma. */
const slugs = (text: string) => (text === '' ? [] : text.split(','));

/** In the order of joining. */
function gridSlugs(db: Database) {
  const joined = sql`group_concat(${grids.slug}, ',' order by ${memberships.id})`;
  const memberOf = db
    .select({ slugs: sql`ifnull(${joined}, '')` })
    .from(memberships)
    .innerJoin(grids, eq(grids.id, memberships.gridId))
    .where(eq(memberships.packageId, packages.id));
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
      commitsOver52: packages.commitsOver52,
      documentationUrl: packages.documentationUrl,
      participants: packages.participants,
      pypiUrl: packages.pypiUrl,
      latestVersion: versions.number,
      repoDescription: packages.repoDescription,
      repoForks: packages.repoForks,
      repoUrl: packages.repoUrl,
      repoWatchers: packages.repoWatchers,
      usageCount: packages.usageCount,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .leftJoin(versions, eq(versions.id, packages.latestVersionId));
}

/** Both states in the order of one index each, which SQLite merges: no page sorts all packages. */
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
  select package_id from ${memberships} where grid_id = ${sql.placeholder('gridId')}
)`;

/** The ids of each scope with their titles, and how to count them. */
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

/** By title. */
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
    .where(eq(packages.id, idOfSlug(db, 'package')))
    .prepare(),
);

/** The package that bears a slug or once did. */
export function findNamedPackage(slug: string) {
  return packageBySlug().get({ slug });
}

/** In the order of their titles. */
function packageSlugs(db: Database) {
  const joined = sql`group_concat(${packages.slug}, ',' order by ${packages.title}, ${packages.id})`;
  const members = db
    .select({ slugs: sql`ifnull(${joined}, '')` })
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, grids.id));
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
    .where(eq(grids.id, idOfSlug(db, 'grid')))
    .prepare(),
}));

/** By title. */
export function listTitledGrids(page: Page) {
  return gridStatements().page.all({ ...page });
}

/** The grid that bears a slug or once did. */
export function findNamedGrid(slug: string) {
  return gridStatements().bySlug.get({ slug });
}
