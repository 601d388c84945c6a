import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts';
import { timestamps } from './columns';
import { packages } from './packages';

/** A site that uses a package. `isActive` null awaits moderation; only true is shown. */
export const packageExamples = sqliteTable(
  'package_examples',
  {
    id: integer().primaryKey(),
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    url: text().notNull(),
    isActive: integer({ mode: 'boolean' }),
    addedBy: text().references(() => accounts.id),
    ...timestamps(),
  },
  (table) => [index('package_examples_package').on(table.packageId, table.title)],
);

export type PackageExample = typeof packageExamples.$inferSelect;
