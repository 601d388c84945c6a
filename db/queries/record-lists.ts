import { and, asc, count, desc, eq, gte, sql, type Column, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Micros } from '@/lib/time';
import { preparedFor } from '../client';
import { categories, grids, packages } from '../schema';
import { isAmong } from './conditions';
import type { Page } from './packages';
import { selectGrids, selectPackages } from './records';

/** Lists of whole records, whatever their state, as the API hands them out. */

/** What a list can be narrowed down to; undefined leaves it as it is. */
export interface RecordFilter {
  ids?: number[] | undefined;
  /** Edited or read anew at this time or later. */
  since?: Micros | undefined;
  categoryId?: number | undefined;
  isActive?: boolean | undefined;
}

interface RecordList {
  table: SQLiteTable;
  /** By the names that the API has for them. */
  columns: Record<string, Column>;
  id: Column;
  /** By the names of the filter. */
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
    ids: isAmong(packages.id),
    since: gte(packages.changedAt, since),
    categoryId: eq(packages.categoryId, sql.placeholder('categoryId')),
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
  conditions: { ids: isAmong(grids.id), since: gte(grids.modifiedAt, since) },
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

const filterNames = ['ids', 'since', 'categoryId', 'isActive'] as const;

/** The order and the filters that a list is asked with: there is a statement for each. */
function variantOf(filter: RecordFilter, ordering = '-id'): string {
  return [ordering, ...filterNames.filter((name) => filter[name] !== undefined)].join(' ');
}

const valuesOf = ({ ids, isActive, ...filter }: RecordFilter) => ({
  ...filter,
  ids: JSON.stringify(ids),
  isActive: Number(isActive),
});

/** Unknown values come last either way; ties go by id, so that pages never overlap. */
function clausesOf({ id, columns, conditions }: RecordList, variant: string) {
  const [ordering = '', ...names] = variant.split(' ');
  const column = columns[ordering.replace(/^-/, '')];
  const isFalling = ordering.startsWith('-');
  const byId = isFalling ? desc(id) : asc(id);
  const order = column && (isFalling ? desc(column) : sql`${column} asc nulls last`);
  return {
    where: and(
      ...Object.entries(conditions).flatMap(([name, it]) => (names.includes(name) ? it : [])),
    ),
    order: order ? [order, byId] : [byId],
  };
}

/** How many records of a list a filter leaves. */
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

/** The newest first where no other order is asked for. */
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

/** The newest first where no other order is asked for. */
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

/** The newest first where no other order is asked for. */
export function listCategoryRecords(page: Page, filter: RecordFilter = {}, ordering?: string) {
  return categoryPage(variantOf(filter, ordering)).all({ ...valuesOf(filter), ...page });
}

export const countCategoryRecords = counterOf(ofCategories);
