import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { timestamps, feedId, title } from './columns';

/** The kind of a package: app, framework, project. Each package has exactly one. */
export const categories = sqliteTable('categories', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  title: title().notNull(),
  titlePlural: text().notNull().default(''),
  description: text().notNull().default(''),
  showPypi: integer({ mode: 'boolean' }).notNull().default(true),
  feedId: feedId(),
  ...timestamps(),
});
