import { eq, sql, type SQL } from 'drizzle-orm';
import { prepared, type Database } from '../client';
import { categories, grids, memberships, packages, slugRedirects, versions } from '../schema';

/** Whole records, whatever their state, as the API hands them out. */

/** What names a package or grid: its number, its slug, or a slug it once had. */
export type Lookup = { id: number } | { slug: string };

const slug = sql.placeholder('slug');
const id = sql.placeholder('id');

/** Numbers that group_concat has joined. */
const numbers = (text: string) => (text === '' ? [] : text.split(',').map(Number));

/** The id of the record that bears a slug or, failing that, of the one that was renamed from it. */
export function idOfSlug(db: Database, kind: 'package' | 'grid'): SQL {
  const table = kind === 'package' ? packages : grids;
  const target = kind === 'package' ? slugRedirects.packageId : slugRedirects.gridId;
  const present = db.select({ id: table.id }).from(table).where(eq(table.slug, slug));
  const former = db
    .select({ id: target })
    .from(slugRedirects)
    .where(sql`${slugRedirects.kind} = ${kind} and ${slugRedirects.oldSlug} = ${slug}`);
  return sql`coalesce(${present}, ${former})`;
}

/** In the order of joining. */
function gridIds(db: Database) {
  const joined = sql`group_concat(${memberships.gridId}, ',' order by ${memberships.id})`;
  const memberOf = db
    .select({ ids: sql`ifnull(${joined}, '')` })
    .from(memberships)
    .where(eq(memberships.packageId, packages.id));
  return sql`${memberOf}`.mapWith(numbers);
}

/** The rows of packages as the API hands them out. */
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
      latestVersion: versions.number,
      createdAt: packages.createdAt,
      modifiedAt: packages.modifiedAt,
      repoForks: packages.repoForks,
      repoDescription: packages.repoDescription,
      pypiUrl: packages.pypiUrl,
      documentationUrl: packages.documentationUrl,
      repoWatchers: packages.repoWatchers,
      commitsOver52: packages.commitsOver52,
      participants: packages.participants,
    })
    .from(packages)
    .leftJoin(versions, eq(versions.id, packages.latestVersionId));
}

const packageStatements = prepared((db) => ({
  byId: selectPackages(db).where(eq(packages.id, id)).prepare(),
  bySlug: selectPackages(db)
    .where(eq(packages.id, idOfSlug(db, 'package')))
    .prepare(),
}));

export function findPackageRecord(lookup: Lookup) {
  const { byId, bySlug } = packageStatements();
  return 'id' in lookup ? byId.get({ ...lookup }) : bySlug.get({ ...lookup });
}

/** In the order of their titles. */
function packageIds(db: Database) {
  const joined = sql`group_concat(${packages.id}, ',' order by ${packages.title}, ${packages.id})`;
  const members = db
    .select({ ids: sql`ifnull(${joined}, '')` })
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, grids.id));
  return sql`${members}`.mapWith(numbers);
}

/** The rows of grids as the API hands them out. */
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
  bySlug: selectGrids(db)
    .where(eq(grids.id, idOfSlug(db, 'grid')))
    .prepare(),
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
