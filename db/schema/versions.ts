import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, micros } from './columns';
import { packages } from './packages';

/** A release of a package: a version tag of its repository or a file on PyPI. */
export const versions = sqliteTable(
  'versions',
  {
    id: integer().primaryKey(),
    packageId: integer()
      .notNull()
      .references((): AnySQLiteColumn => packages.id, { onDelete: 'cascade' }),
    number: text().notNull(),
    releasedAt: micros(),
    /** How exactly the date is known; one known to the month is stored as its first day. */
    datePrecision: text({ enum: ['time', 'day', 'month'] })
      .notNull()
      .default('time'),
    source: text({ enum: ['tag', 'pypi'] }).notNull(),
    isHidden: flag(),
  },
  (table) => [
    uniqueIndex('versions_package_number').on(table.packageId, table.number),
    index('versions_package_released').on(table.packageId, table.releasedAt),
    check('versions_source', sql`${table.source} in ('tag', 'pypi')`),
    check('versions_precision', sql`${table.datePrecision} in ('time', 'day', 'month')`),
  ],
);
