import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { micros } from './columns';

/** Which catalogue file this database was filled from; once there is a row, a start loads nothing. */
export const catalogueLoads = sqliteTable('catalogue_loads', {
  sha256: text().primaryKey(),
  generated: text().notNull(),
  loadedAt: micros().notNull(),
});

/** Where figures come from: what the keys in `packages.repoFiguresSource` and `figuresFrom` mean. */
export const sources = sqliteTable('sources', {
  key: text().primaryKey(),
  description: text().notNull(),
});
