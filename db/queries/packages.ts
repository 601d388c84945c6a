import { and, asc, count, desc, eq, getTableColumns, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Page } from '@/lib/list/paging';
import type { NO_GRID } from '@/lib/list/query';
import {
  fieldOf,
  packageSortFields,
  type PackageSort,
  type PackageSortField,
} from '@/lib/list/sort-orders';
import { DAY_ZONE, formatDay } from '@/lib/time';
import { prepared, preparedFor, type Database } from '../client';
import {
  categories,
  gridPackages,
  packageExamples,
  packages,
  pypiProjects,
  repositories,
} from '../schema';
import { collected } from './collected';
import { isInIds } from './conditions';
import { atPresent, pastOnly, preparedBySort, sortedDates, type SortVariant } from './future';

/** Number of packages whose dates hasRecentAdditions compares: as many as a page of a list has. */
const MOST_COMPARED = 20;

/** Package columns shown in lists. */
export const listed = {
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
  category: { slug: categories.slug, title: categories.title },
};

export type ListedPackage = ReturnType<typeof listPackages>[number];

/** Base query of every list; the caller adds conditions, order and limit. */
function selectListed(db: Database) {
  return db
    .select(listed)
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId));
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
  last_released: sql`${sortedDates.last_released}`,
  last_updated: sql`${sortedDates.last_updated}`,
  last_fetched: sql`${sortedDates.last_fetched}`,
  created: sql`${sortedDates.created}`,
};

/** Nulls sort last in both directions; ties are broken by title, then id, so pages never overlap. */
function orderOf({ sort, isPastFirst }: SortVariant<PackageSort>): SQL[] {
  const known = columns[fieldOf(packageSortFields, sort) ?? 'title'];
  const column = isPastFirst ? pastOnly(known) : known;
  const order = sort.startsWith('-') ? desc(column) : sql`${column} asc nulls last`;
  return [order, asc(packages.title), asc(packages.id)];
}

const isActive = eq(packages.isActive, true);

/** The packages that a list covers. Each scope has its own statements, since each needs a different query plan. */
const scopes = {
  all: isActive,
  // The unary plus keeps SQLite from scanning all active packages instead of the few in a grid.
  grid: sql`+${packages.isActive} = 1 and ${packages.id} in (
    select package_id from ${gridPackages} where grid_id = ${sql.placeholder('grid')}
  )`,
  none: and(
    isActive,
    sql`not exists (select 1 from ${gridPackages} where package_id = ${packages.id})`,
  ),
  // The unary plus keeps SQLite from scanning all active packages instead of those given.
  given: sql`+${packages.isActive} = 1 and ${isInIds(packages.id)}`,
};

type Scope = keyof typeof scopes;

function isListed(scope: Scope) {
  const category = sql.placeholder('category');
  return and(scopes[scope], sql`(${category} = '' or ${categories.slug} = ${category})`);
}

const pageOf = (scope: Scope) =>
  preparedBySort((db, variant: SortVariant<PackageSort>) =>
    selectListed(db)
      .where(isListed(scope))
      .orderBy(...orderOf(variant))
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
  /** Category slug; undefined for all. */
  category?: string | undefined;
  /** Grid id, or NO_GRID for packages in no grid; undefined for all. */
  grid?: number | typeof NO_GRID | undefined;
}

/** The scope of a filter and the placeholder values for its statement. */
function askOf({ category = '', grid }: PackageFilter) {
  if (typeof grid === 'number') return { scope: 'grid', values: { category, grid } } as const;
  return { scope: grid ?? 'all', values: { category } } as const;
}

/** A page of the active packages that match a filter. */
export function listPackages(filter: PackageFilter, sort: PackageSort, { limit, offset }: Page) {
  const { scope, values } = askOf(filter);
  return pages[scope](sort).all({ ...values, ...atPresent(), limit, offset });
}

/** The active packages with these ids, in the order of the ids. */
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

const sortedIds = preparedBySort((db, variant: SortVariant<PackageSort>) =>
  db
    .select({ id: packages.id })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(isInIds(packages.id))
    .orderBy(...orderOf(variant))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

/** A sorted page of these package ids, whatever the packages' state. */
export function listSortedIds(ids: number[], sort: PackageSort, { limit, offset }: Page): number[] {
  const all = { ids: JSON.stringify(ids), ...atPresent(), limit, offset };
  const rows = sortedIds(sort).all(all);
  return rows.map(({ id }) => id);
}

/** The number of active packages that match a filter. */
export function countPackages(filter: PackageFilter): number {
  const { scope, values } = askOf(filter);
  return total(scope).get(values)?.count ?? 0;
}

const newestAdded = prepared((db) =>
  db
    .select({ createdAt: packages.createdAt })
    .from(packages)
    .where(isActive)
    .orderBy(desc(packages.createdAt))
    .limit(MOST_COMPARED)
    .prepare(),
);

/** Whether the newest packages were added on different days, so that a list by date added says something. */
export function hasRecentAdditions(): boolean {
  const days = newestAdded()
    .all()
    .map(({ createdAt }) => formatDay(createdAt, DAY_ZONE));
  return new Set(days).size > 1;
}

const replacement = alias(packages, 'replacement');

const detail = prepared((db) =>
  db
    .select({
      package: { ...getTableColumns(packages), ...collected },
      category: { slug: categories.slug, title: categories.title, plural: categories.titlePlural },
      replacement: { slug: replacement.slug, title: replacement.title },
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    .leftJoin(replacement, eq(replacement.id, packages.replacedById))
    .where(eq(packages.slug, sql.placeholder('slug')))
    .prepare(),
);

export type PackageDetail = NonNullable<ReturnType<typeof findPackage>>;

/** A package in any state, with its category and replacement. */
export function findPackage(slug: string) {
  return detail().get({ slug });
}

const byId = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      isLocked: packages.isLocked,
    })
    .from(packages)
    .where(eq(packages.id, sql.placeholder('id')))
    .prepare(),
);

/** The package with this id. */
export const findPackageById = (id: number) => byId().get({ id });

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

/** Sites known to use a package, approved by a moderator. */
export function listExamples(packageId: number) {
  return examples().all({ packageId });
}
