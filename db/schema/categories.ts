import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { edited, title } from './columns';

/** What kind of thing a package is: app, framework, project. Each package has exactly one. */
export const categories = sqliteTable('categories', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  title: title().notNull(),
  titlePlural: text().notNull().default(''),
  description: text().notNull().default(''),
  showPypi: integer({ mode: 'boolean' }).notNull().default(true),
  ...edited(),
});
