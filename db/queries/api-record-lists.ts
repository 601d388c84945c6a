import { and, asc, count, desc, eq, gte, sql, type Column, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Page } from '@/lib/list/paging';
import type { Micros } from '@/lib/time';
import { preparedFor } from '@/db/client';
import { categories, grids, packages } from '@/db/schema';
import { isInIds } from './conditions';
import { atPresent, pastOnly } from './future';
import { selectGrids, selectPackages } from './api-records';

/** Lists of full records in any state, as the API returns them. */

/** Filters of a list; undefined means no filter. */
export interface RecordFilter {
  ids?: number[] | undefined;
  /** Edited or fetched at this time or later. */
  since?: Micros | undefined;
  isActive?: boolean | undefined;
}

interface RecordList {
  table: SQLiteTable;
  /** Keyed by the API's sort field names. */
  columns: Record<string, Column>;
  id: Column;
  /** Keyed by filter name. */
  conditions: Partial<Record<keyof RecordFilter, SQL>>;
}

const since = sql.placeholder('since');

const ofPackages: RecordList = {
  table: packages,
  id: packages.id,
  columns: {
    title: packages.title,
    slug: packages.slug,
    created: packages.createdAt,
    modified: packages.modifiedAt,
    last_updated: packages.lastCommitAt,
    last_fetched: packages.lastFetchedAt,
    repo_watchers: packages.repoWatchers,
    repo_forks: packages.repoForks,
  },
  conditions: {
    ids: isInIds(packages.id),
    since: gte(packages.changedAt, since),
    isActive: eq(packages.isActive, sql.placeholder('isActive')),
  },
};

const ofGrids: RecordList = {
  table: grids,
  id: grids.id,
  columns: {
    title: grids.title,
    slug: grids.slug,
    created: grids.createdAt,
    modified: grids.modifiedAt,
  },
  conditions: { ids: isInIds(grids.id), since: gte(grids.modifiedAt, since) },
};

const ofCategories: RecordList = {
  table: categories,
  id: categories.id,
  columns: {
    title: categories.title,
    slug: categories.slug,
    created: categories.createdAt,
    modified: categories.modifiedAt,
  },
  conditions: { since: gte(categories.modifiedAt, since) },
};

const filterNames = ['ids', 'since', 'isActive'] as const;

/** The ordering and filters in use, as a key: each combination has its own prepared statement. */
function variantOf(filter: RecordFilter, ordering = '-id'): string {
  return [ordering, ...filterNames.filter((name) => filter[name] !== undefined)].join(' ');
}

const valuesOf = ({ ids, isActive, ...filter }: RecordFilter) => ({
  ...filter,
  ...atPresent(),
  ids: JSON.stringify(ids),
  isActive: Number(isActive),
});

const dates = new Set(['created', 'modified', 'last_updated', 'last_fetched']);

/** Nulls sort last in both directions; ties are broken by id, so pages never overlap. */
function clausesOf({ id, columns, conditions }: RecordList, variant: string) {
  const [ordering = '', ...names] = variant.split(' ');
  const column = columns[ordering.replace(/^-/, '')];
  const isFalling = ordering.startsWith('-');
  const byId = isFalling ? desc(id) : asc(id);
  const isDate = ordering.startsWith('-') && dates.has(ordering.slice(1));
  const key = isDate && column ? pastOnly(column) : column;
  const order = key && (isFalling ? desc(key) : sql`${key} asc nulls last`);
  return {
    where: and(
      ...Object.entries(conditions).flatMap(([name, it]) => (names.includes(name) ? it : [])),
    ),
    order: order ? [order, byId] : [byId],
  };
}

/** Returns a function that counts the records of a list that match a filter. */
function counterOf(list: RecordList) {
  const statements = preparedFor((db, variant: string) => {
    const { where } = clausesOf(list, variant);
    return db.select({ count: count() }).from(list.table).where(where).prepare();
  });
  return (filter: RecordFilter = {}): number =>
    statements(variantOf(filter)).get(valuesOf(filter))?.count ?? 0;
}

const limit = sql.placeholder('limit');
const offset = sql.placeholder('offset');

const packagePage = preparedFor((db, variant: string) => {
  const { where, order } = clausesOf(ofPackages, variant);
  const select = selectPackages(db)
    .where(where)
    .orderBy(...order);
  return select.limit(limit).offset(offset).prepare();
});

/** Newest first by default. */
export function listPackageRecords(page: Page, filter: RecordFilter = {}, ordering?: string) {
  return packagePage(variantOf(filter, ordering)).all({ ...valuesOf(filter), ...page });
}

export const countPackageRecords = counterOf(ofPackages);

const gridPage = preparedFor((db, variant: string) => {
  const { where, order } = clausesOf(ofGrids, variant);
  const select = selectGrids(db)
    .where(where)
    .orderBy(...order);
  return select.limit(limit).offset(offset).prepare();
});

/** Newest first by default. */
export function listGridRecords(page: Page, filter: RecordFilter = {}, ordering?: string) {
  return gridPage(variantOf(filter, ordering)).all({ ...valuesOf(filter), ...page });
}

export const countGridRecords = counterOf(ofGrids);

const categoryPage = preparedFor((db, variant: string) => {
  const { where, order } = clausesOf(ofCategories, variant);
  const select = db
    .select()
    .from(categories)
    .where(where)
    .orderBy(...order);
  return select.limit(limit).offset(offset).prepare();
});

/** Newest first by default. */
export function listCategoryRecords(page: Page, filter: RecordFilter = {}, ordering?: string) {
  return categoryPage(variantOf(filter, ordering)).all({ ...valuesOf(filter), ...page });
}

export const countCategoryRecords = counterOf(ofCategories);
