import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts';
import { flag, micros, timestamps, title } from './columns';
import { grids } from './grids';
import { packages } from './packages';

const accountId = () =>
  text()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });
const packageId = () =>
  integer()
    .notNull()
    .references(() => packages.id, { onDelete: 'cascade' });

/** Packages that somebody wants to find again. */
export const favorites = sqliteTable(
  'favorites',
  { accountId: accountId(), packageId: packageId(), createdAt: micros().notNull() },
  (table) => [
    primaryKey({ columns: [table.accountId, table.packageId] }),
    index('favorites_package').on(table.packageId),
  ],
);

/** Who clicked "I use this" for a package on this site. `packages.usageCount` counts them together with those from imports. */
export const usages = sqliteTable(
  'usages',
  { accountId: accountId(), packageId: packageId(), createdAt: micros().notNull() },
  (table) => [
    primaryKey({ columns: [table.accountId, table.packageId] }),
    index('usages_package').on(table.packageId),
  ],
);

/** A named list of packages, at `/lists/<account>/<slug>/`. */
export const lists = sqliteTable(
  'lists',
  {
    id: integer().primaryKey(),
    accountId: accountId(),
    slug: text().notNull(),
    title: title().notNull(),
    description: text().notNull().default(''),
    /** Whether only its owner sees it. */
    isPrivate: flag(),
    ...timestamps(),
  },
  (table) => [uniqueIndex('lists_account_slug').on(table.accountId, table.slug)],
);

/** A package of a list. A list is shown in the order of `position`, then of the ids. */
export const listPackages = sqliteTable(
  'list_packages',
  {
    id: integer().primaryKey(),
    listId: integer()
      .notNull()
      .references(() => lists.id, { onDelete: 'cascade' }),
    packageId: packageId(),
    position: integer().notNull().default(0),
    note: text().notNull().default(''),
    createdAt: micros().notNull(),
  },
  (table) => [
    uniqueIndex('list_packages_list_package').on(table.listId, table.packageId),
    index('list_packages_package').on(table.packageId),
  ],
);

/** A grid or a package that an account watches; exactly one of the two is set. */
export const watches = sqliteTable(
  'watches',
  {
    id: integer().primaryKey(),
    accountId: accountId(),
    packageId: integer().references(() => packages.id, { onDelete: 'cascade' }),
    gridId: integer().references(() => grids.id, { onDelete: 'cascade' }),
    createdAt: micros().notNull(),
  },
  (table) => [
    uniqueIndex('watches_account_package').on(table.accountId, table.packageId),
    uniqueIndex('watches_account_grid').on(table.accountId, table.gridId),
    index('watches_package').on(table.packageId),
    index('watches_grid').on(table.gridId),
  ],
);
