import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts';
import { micros } from './columns';
import { packages } from './packages';

/** A report that something is wrong with a package. An account has at most one open report of a package. */
export const flags = sqliteTable(
  'flags',
  {
    id: integer().primaryKey(),
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    reason: text().notNull(),
    createdAt: micros().notNull(),
    resolvedAt: micros(),
    resolvedBy: text().references(() => accounts.id),
    /** Whether the moderator agreed, and what they answered. */
    isUpheld: integer({ mode: 'boolean' }),
    answer: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('flags_open')
      .on(table.accountId, table.packageId)
      .where(sql`resolved_at is null`),
    index('flags_package').on(table.packageId, table.resolvedAt),
    index('flags_resolved').on(table.resolvedAt, table.id),
  ],
);

/** An edit by a new account that contains a link. It is made when a moderator accepts it. */
export const heldEdits = sqliteTable(
  'held_edits',
  {
    id: integer().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    createdAt: micros().notNull(),
    comment: text().notNull().default(''),
    /** Name of the write, and its arguments, as lib/edits/held.ts reads them. */
    write: text().notNull(),
    arguments: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** Path of the page that it is about. */
    path: text().notNull(),
    decidedAt: micros(),
    decidedBy: text().references(() => accounts.id),
    isAccepted: integer({ mode: 'boolean' }),
  },
  (table) => [
    index('held_edits_decided').on(table.decidedAt, table.id),
    index('held_edits_account').on(table.accountId, table.id),
    check('held_edits_micros', sql`${table.createdAt} > 100000000000000`),
  ],
);
