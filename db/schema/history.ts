import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts';
import { micros } from './columns';

/** A transaction that wrote to the catalogue: by whom, why, and through what. */
export const changes = sqliteTable(
  'changes',
  {
    id: integer().primaryKey(),
    at: micros().notNull(),
    /** The account that made the change; null if the site itself or its operator did. */
    actor: text().references(() => accounts.id),
    source: text({ enum: ['seed', 'import', 'site', 'collector', 'command'] }).notNull(),
    comment: text().notNull().default(''),
    /** The change that it undoes. */
    reverts: integer().references((): AnySQLiteColumn => changes.id),
    /** `waiting` and `approved` if a new account made it; null if nobody needs to look at it. */
    review: text({ enum: ['waiting', 'approved'] }),
    reviewedAt: micros(),
    reviewedBy: text().references(() => accounts.id),
  },
  (table) => [
    index('changes_at').on(table.at),
    index('changes_actor').on(table.actor, table.id),
    index('changes_reverts').on(table.reverts),
    index('changes_review').on(table.review, table.id),
    check(
      'changes_source',
      sql`${table.source} in ('seed', 'import', 'site', 'collector', 'command')`,
    ),
    check('changes_micros', sql`${table.at} > 100000000000000`),
  ],
);

/** What a change did to one record: the values of the fields that changed, before and after. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: integer().primaryKey(),
    changeId: integer()
      .notNull()
      .references(() => changes.id),
    kind: text({ enum: ['category', 'package', 'grid'] }).notNull(),
    recordId: integer().notNull(),
    /** Fields as lib/revisions/record.ts names them; null if the record did not exist before or after. */
    before: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    after: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [
    index('revisions_record').on(table.kind, table.recordId, table.id),
    index('revisions_change').on(table.changeId),
    check('revisions_kind', sql`${table.kind} in ('category', 'package', 'grid')`),
  ],
);
