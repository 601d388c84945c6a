import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** The version of the code (`DERIVED_VERSION` in db/writes/derived.ts) that computed the stored derived data. At most one row. */
export const derivedData = sqliteTable('derived_data', {
  version: integer().primaryKey(),
});
