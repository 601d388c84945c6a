import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { micros } from './columns';
import { grids } from './grids';
import { packages } from './packages';

/** A former slug of a package or grid, so that old links keep working. */
export const slugRedirects = sqliteTable(
  'slug_redirects',
  {
    id: integer().primaryKey(),
    kind: text({ enum: ['package', 'grid'] }).notNull(),
    oldSlug: text().notNull(),
    packageId: integer().references(() => packages.id, { onDelete: 'cascade' }),
    gridId: integer().references(() => grids.id, { onDelete: 'cascade' }),
    createdAt: micros().notNull(),
  },
  (table) => [
    uniqueIndex('slug_redirects_kind_slug').on(table.kind, table.oldSlug),
    index('slug_redirects_package').on(table.packageId),
    index('slug_redirects_grid').on(table.gridId),
    check(
      'slug_redirects_target',
      sql`(${table.kind} = 'package' and ${table.packageId} is not null and ${table.gridId} is null)
        or (${table.kind} = 'grid' and ${table.gridId} is not null and ${table.packageId} is null)`,
    ),
  ],
);
