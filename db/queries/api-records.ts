import { eq, sql } from 'drizzle-orm';
import { prepared, type Database } from '@/db/client';
import { categories, gridPackages, grids, packages, repositories } from '@/db/schema';
import { pypiVersion } from './pypi-version';

/** Full records in any state, as the API returns them. */

/** Identifies a package, grid or category by id or slug. */
export type Lookup = { id: number } | { slug: string };

const slug = sql.placeholder('slug');
const id = sql.placeholder('id');

/** Parses numbers joined by group_concat. */
const numbers = (text: string) => (text === '' ? [] : text.split(',').map(Number));

/** Ids of a package's grids, in the order in which it joined them. */
function gridIds(db: Database) {
  const joined = sql`group_concat(${gridPackages.gridId}, ',' order by ${gridPackages.id})`;
  const memberOf = db
    .select({ ids: sql`ifnull(${joined}, '')` })
    .from(gridPackages)
    .where(eq(gridPackages.packageId, packages.id));
  return sql`${memberOf}`.mapWith(numbers);
}

/** Package rows as the API returns them. */
export function selectPackages(db: Database) {
  return db
    .select({
      id: packages.id,
      categoryId: packages.categoryId,
      gridIds: gridIds(db),
      title: packages.title,
      slug: packages.slug,
      lastCommitAt: packages.lastCommitAt,
      lastFetchedAt: packages.lastFetchedAt,
      repoUrl: packages.repoUrl,
      pypiVersion,
      createdAt: packages.createdAt,
      modifiedAt: packages.modifiedAt,
      repoForks: packages.repoForks,
      repoDescription: packages.repoDescription,
      pypiUrl: packages.pypiUrl,
      documentationUrl: packages.documentationUrl,
      repoWatchers: packages.repoWatchers,
      commitsOver52: repositories.commitsOver52,
      participants: repositories.participants,
    })
    .from(packages)
    .innerJoin(repositories, eq(repositories.packageId, packages.id));
}

const packageStatements = prepared((db) => ({
  byId: selectPackages(db).where(eq(packages.id, id)).prepare(),
  bySlug: selectPackages(db).where(eq(packages.slug, slug)).prepare(),
}));

export function findPackageRecord(lookup: Lookup) {
  const { byId, bySlug } = packageStatements();
  return 'id' in lookup ? byId.get({ ...lookup }) : bySlug.get({ ...lookup });
}

/** Ids of a grid's packages, by title. */
function packageIds(db: Database) {
  const joined = sql`group_concat(${packages.id}, ',' order by ${packages.title}, ${packages.id})`;
  const members = db
    .select({ ids: sql`ifnull(${joined}, '')` })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(eq(gridPackages.gridId, grids.id));
  return sql`${members}`.mapWith(numbers);
}

/** Grid rows as the API returns them. */
export function selectGrids(db: Database) {
  return db
    .select({
      id: grids.id,
      title: grids.title,
      slug: grids.slug,
      description: grids.description,
      isLocked: grids.isLocked,
      packageIds: packageIds(db),
      isHeader: grids.isHeader,
      createdAt: grids.createdAt,
      modifiedAt: grids.modifiedAt,
    })
    .from(grids);
}

const gridStatements = prepared((db) => ({
  byId: selectGrids(db).where(eq(grids.id, id)).prepare(),
  bySlug: selectGrids(db).where(eq(grids.slug, slug)).prepare(),
}));

export function findGridRecord(lookup: Lookup) {
  const { byId, bySlug } = gridStatements();
  return 'id' in lookup ? byId.get({ ...lookup }) : bySlug.get({ ...lookup });
}

const categoryStatements = prepared((db) => ({
  byId: db.select().from(categories).where(eq(categories.id, id)).prepare(),
  bySlug: db.select().from(categories).where(eq(categories.slug, slug)).prepare(),
}));

export function findCategoryRecord(lookup: Lookup) {
  const { byId, bySlug } = categoryStatements();
  return 'id' in lookup ? byId.get({ ...lookup }) : bySlug.get({ ...lookup });
}
