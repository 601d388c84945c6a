import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { micros } from './columns';

/** The catalogue file that this database was filled from. If there is a row, nothing is loaded at startup. */
export const catalogueLoads = sqliteTable('catalogue_loads', {
  sha256: text().primaryKey(),
  generated: text().notNull(),
  loadedAt: micros().notNull(),
});

/** Sources of figures: describes the keys in `packages.repoFiguresSource` and `figuresFrom`. */
export const sources = sqliteTable('sources', {
  key: text().primaryKey(),
  description: text().notNull(),
});
