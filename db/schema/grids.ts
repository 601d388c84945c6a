import {
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts';
import { timestamps, feedId, flag, micros, title } from './columns';
import { packages } from './packages';

/** A comparison of packages that do the same job, with features that people enter. */
export const grids = sqliteTable('grids', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  title: title().notNull(),
  description: text().notNull().default(''),
  isLocked: flag(),
  /** Whether editors list it among the main grids; API clients read it. */
  isHeader: flag(),
  feedId: feedId(),
  ...timestamps(),
});

/** A package of a grid. The grids of a package are listed in the order of these ids. */
export const gridPackages = sqliteTable(
  'grid_packages',
  {
    id: integer().primaryKey(),
    gridId: integer()
      .notNull()
      .references(() => grids.id, { onDelete: 'cascade' }),
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    createdAt: micros().notNull(),
  },
  (table) => [
    uniqueIndex('grid_packages_grid_package').on(table.gridId, table.packageId),
    index('grid_packages_package').on(table.packageId),
    unique('grid_packages_grid_id').on(table.gridId, table.id),
  ],
);

/** A row of a grid that people fill in, with one cell for each package. */
export const features = sqliteTable(
  'features',
  {
    id: integer().primaryKey(),
    gridId: integer()
      .notNull()
      .references(() => grids.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    description: text().notNull().default(''),
    /** Key of the metric (lib/comparison/metrics.ts) that it repeats; it is then a note in that metric's row. */
    metric: text(),
    /** Features are shown in the order of their positions, then of their ids. */
    position: integer().notNull().default(0),
    ...timestamps(),
  },
  (table) => [unique('features_grid_id').on(table.gridId, table.id)],
);

/** What people say about one feature of one package. The composite foreign keys keep both in the same grid. */
export const cells = sqliteTable(
  'cells',
  {
    id: integer().primaryKey(),
    gridId: integer().notNull(),
    featureId: integer().notNull(),
    gridPackageId: integer().notNull(),
    text: text().notNull(),
    /** Where in the package's repository the fact was found, as path:line at `packages.snapshotCommit`. */
    evidence: text().notNull().default(''),
    /** A remark for editors, such as why the answer is not simply yes or no. */
    comment: text().notNull().default(''),
    /** When somebody last entered it or said that it is still right, and who. */
    confirmedAt: micros(),
    confirmedBy: text().references(() => accounts.id),
    ...timestamps(),
  },
  (table) => [
    uniqueIndex('cells_feature_grid_package').on(table.featureId, table.gridPackageId),
    index('cells_grid_package').on(table.gridPackageId),
    index('cells_grid').on(table.gridId),
    foreignKey({
      name: 'cells_feature',
      columns: [table.gridId, table.featureId],
      foreignColumns: [features.gridId, features.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'cells_grid_package_fk',
      columns: [table.gridId, table.gridPackageId],
      foreignColumns: [gridPackages.gridId, gridPackages.id],
    }).onDelete('cascade'),
  ],
);
