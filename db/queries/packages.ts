import { and, asc, count, desc, eq, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { NO_GRID } from '@/lib/list-query';
import {
  fieldOf,
  packageSortFields,
  type PackageSort,
  type PackageSortField,
} from '@/lib/sort-orders';
import { prepared, preparedFor, type Database } from '../client';
import {
  categories,
  memberships,
  packageExamples,
  packages,
  slugRedirects,
  versions,
} from '../schema';
import { isAmong } from './conditions';

/** What a list shows of a package. */
const listed = {
  id: packages.id,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  stars: packages.repoWatchers,
  starsAt: packages.repoFiguresAt,
  lastCommitAt: packages.lastCommitAt,
  commitsAsOf: packages.commitsAsOf,
  health: packages.health,
  lastReleaseNumber: packages.lastReleaseNumber,
  lastReleaseAt: packages.lastReleaseAt,
  lastReleasePrecision: packages.lastReleasePrecision,
  createdAt: packages.createdAt,
  isDeprecated: packages.isDeprecated,
  isArchived: packages.isArchived,
  latestVersion: versions.number,
  category: { slug: categories.slug, title: categories.title },
};

export type ListedPackage = ReturnType<typeof listPackages>[number];

/** Every list begins so; the caller adds what it wants to see of it and in which order. */
function selectListed(db: Database) {
  return db
    .select(listed)
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .leftJoin(versions, eq(versions.id, packages.latestVersionId));
}

const columns: Record<PackageSortField, SQL> = {
  title: sql`${packages.title}`,
  category: sql`${categories.title}`,
  health: sql`${packages.health}`,
  repo_watchers: sql`${packages.repoWatchers}`,
  repo_forks: sql`${packages.repoForks}`,
  usage_count: sql`${packages.usageCount}`,
  // A low rank means many downloads.
  pypi_downloads: sql`-${packages.pypiDownloadRank}`,
  last_released: sql`${packages.lastReleaseAt}`,
  last_updated: sql`${packages.lastCommitAt}`,
  last_fetched: sql`${packages.lastFetchedAt}`,
  created: sql`${packages.createdAt}`,
};

/** Unknown values come last either way; ties go by title and then by id, so that pages never overlap. */
function orderOf(sort: PackageSort): SQL[] {
  const column = columns[fieldOf(packageSortFields, sort) ?? 'title'];
  const order = sort.startsWith('-') ? desc(column) : sql`${column} asc nulls last`;
  return [order, asc(packages.title), asc(packages.id)];
}

const isActive = eq(packages.isActive, true);

/** Among which packages a list looks; each has statements of its own, since each is best begun elsewhere. */
const scopes = {
  all: isActive,
  // The plus keeps SQLite from walking all active packages in place of the few of a grid.
  grid: sql`+${packages.isActive} = 1 and ${packages.id} in (
    select package_id from ${memberships} where grid_id = ${sql.placeholder('grid')}
  )`,
  none: and(
    isActive,
    sql`not exists (select 1 from ${memberships} where package_id = ${packages.id})`,
  ),
  // The plus keeps SQLite from walking all active packages in place of those given.
  given: sql`+${packages.isActive} = 1 and ${isAmong(packages.id)}`,
};

type Scope = keyof typeof scopes;

function isListed(scope: Scope) {
  const category = sql.placeholder('category');
  return and(scopes[scope], sql`(${category} = '' or ${categories.slug} = ${category})`);
}

const pageOf = (scope: Scope) =>
  preparedFor((db, sort: PackageSort) =>
    selectListed(db)
      .where(isListed(scope))
      .orderBy(...orderOf(sort))
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'))
      .prepare(),
  );

const pages = {
  all: pageOf('all'),
  grid: pageOf('grid'),
  none: pageOf('none'),
  given: pageOf('given'),
};

const total = preparedFor((db, scope: Scope) =>
  db
    .select({ count: count() })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(isListed(scope))
    .prepare(),
);

export interface PackageFilter {
  /** Slug of a category; undefined for all. */
  category?: string | undefined;
  /** Id of the grid that holds them, or that none does; undefined for all. */
  grid?: number | typeof NO_GRID | undefined;
}

/** A filter as the statement that it takes, and the values for that. */
function askOf({ category = '', grid }: PackageFilter) {
  if (typeof grid === 'number') return { scope: 'grid', values: { category, grid } } as const;
  return { scope: grid ?? 'all', values: { category } } as const;
}

export interface Page {
  limit: number;
  offset: number;
}

/** A page of the active packages that pass a filter. */
export function listPackages(filter: PackageFilter, sort: PackageSort, { limit, offset }: Page) {
  const { scope, values } = askOf(filter);
  return pages[scope](sort).all({ ...values, limit, offset });
}

/** The packages with these ids that are active, in the order of the ids. */
export function listPackagesOf(ids: number[]) {
  const all = { ids: JSON.stringify(ids), category: '', limit: ids.length, offset: 0 };
  const found = new Map(
    pages
      .given('title')
      .all(all)
      .map((it) => [it.id, it]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

const sortedIds = preparedFor((db, sort: PackageSort) =>
  db
    .select({ id: packages.id })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(isAmong(packages.id))
    .orderBy(...orderOf(sort))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

/** A page of these ids of packages in an order, in whatever state the packages are. */
export function listSortedIds(ids: number[], sort: PackageSort, { limit, offset }: Page): number[] {
  const rows = sortedIds(sort).all({ ids: JSON.stringify(ids), limit, offset });
  return rows.map(({ id }) => id);
}

/** How many active packages pass a filter. */
export function countPackages(filter: PackageFilter): number {
  const { scope, values } = askOf(filter);
  return total(scope).get(values)?.count ?? 0;
}

const replacement = alias(packages, 'replacement');

const detail = prepared((db) =>
  db
    .select({
      package: packages,
      category: { slug: categories.slug, title: categories.title, plural: categories.titlePlural },
      latestVersion: {
        number: versions.number,
        releasedAt: versions.releasedAt,
        datePrecision: versions.datePrecision,
      },
      replacement: { slug: replacement.slug, title: replacement.title },
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .leftJoin(versions, eq(versions.id, packages.latestVersionId))
    .leftJoin(replacement, eq(replacement.id, packages.replacedById))
    .where(eq(packages.slug, sql.placeholder('slug')))
    .prepare(),
);

export type PackageDetail = NonNullable<ReturnType<typeof findPackage>>;

/** A package with its category, latest version and replacement, in whatever state it is. */
export function findPackage(slug: string) {
  return detail().get({ slug });
}

const renamed = prepared((db) =>
  db
    .select({ slug: packages.slug })
    .from(slugRedirects)
    .innerJoin(packages, eq(packages.id, slugRedirects.packageId))
    .where(
      and(eq(slugRedirects.kind, 'package'), eq(slugRedirects.oldSlug, sql.placeholder('slug'))),
    )
    .prepare(),
);

/** The present slug of a package that once had this one. */
export function findRenamedPackage(oldSlug: string): string | undefined {
  return renamed().get({ slug: oldSlug })?.slug;
}

const replaces = prepared((db) =>
  db
    .select({ slug: packages.slug, title: packages.title })
    .from(packages)
    .where(
      and(eq(packages.replacedById, sql.placeholder('id')), ne(packages.id, sql.placeholder('id'))),
    )
    .orderBy(asc(packages.title))
    .prepare(),
);

/** The packages that this one replaces. */
export function listReplacedBy(id: number) {
  return replaces().all({ id });
}

const examples = prepared((db) =>
  db
    .select({ title: packageExamples.title, url: packageExamples.url })
    .from(packageExamples)
    .where(
      and(
        eq(packageExamples.packageId, sql.placeholder('packageId')),
        eq(packageExamples.isActive, true),
      ),
    )
    .orderBy(asc(packageExamples.title))
    .prepare(),
);

/** The sites known to use a package, those approved by a moderator. */
export function listExamples(packageId: number) {
  return examples().all({ packageId });
}
