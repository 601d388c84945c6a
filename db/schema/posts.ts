import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts';
import { micros, timestamps, title } from './columns';
import { grids } from './grids';
import { packages } from './packages';

/** A post of the changelog, in Markdown. It is public from `publishedAt` on; null is a draft. */
export const posts = sqliteTable(
  'posts',
  {
    id: integer().primaryKey(),
    slug: text().notNull().unique(),
    title: title().notNull(),
    body: text().notNull(),
    publishedAt: micros(),
    author: text().references(() => accounts.id),
    ...timestamps(),
  },
  (table) => [index('posts_published').on(table.publishedAt)],
);

/** A short message on top of all pages, from `startsAt` until `endsAt`. */
export const announcements = sqliteTable(
  'announcements',
  {
    id: integer().primaryKey(),
    text: text().notNull(),
    /** A page of this site, or null. */
    path: text(),
    startsAt: micros().notNull(),
    endsAt: micros().notNull(),
    author: text().references(() => accounts.id),
  },
  (table) => [
    index('announcements_ends').on(table.endsAt),
    check('announcements_period', sql`${table.startsAt} < ${table.endsAt}`),
  ],
);

/** The grid and the package of a week that moderators have chosen. */
export const weeklyPicks = sqliteTable(
  'weekly_picks',
  {
    id: integer().primaryKey(),
    /** Monday 00:00 UTC. */
    week: micros().notNull(),
    gridId: integer().references(() => grids.id, { onDelete: 'cascade' }),
    packageId: integer().references(() => packages.id, { onDelete: 'cascade' }),
    /** Why it was chosen. */
    note: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('weekly_picks_week').on(table.week),
    index('weekly_picks_grid').on(table.gridId),
    index('weekly_picks_package').on(table.packageId),
  ],
);
