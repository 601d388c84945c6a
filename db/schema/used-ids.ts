import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The highest id that each table has ever had by an edit: the history names records by their ids, so none is given out twice. */
export const usedIds = sqliteTable('used_ids', {
  tableName: text().primaryKey(),
  highest: integer().notNull(),
});
