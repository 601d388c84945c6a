import {
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
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

/** Membership of a package in a grid. */
export const gridPackages = sqliteTable(
  'memberships',
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
    uniqueIndex('memberships_grid_package').on(table.gridId, table.packageId),
    index('memberships_package').on(table.packageId),
    unique('memberships_grid_id').on(table.gridId, table.id),
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
    ...timestamps(),
  },
  (table) => [unique('features_grid_id').on(table.gridId, table.id)],
);

/** What people say about one feature of one package. The composite foreign keys keep both in the same grid. */
export const cells = sqliteTable(
  'elements',
  {
    id: integer().primaryKey(),
    gridId: integer().notNull(),
    featureId: integer().notNull(),
    membershipId: integer().notNull(),
    text: text().notNull(),
    /** Where in the package's repository the fact was found, as path:line at `packages.snapshotCommit`. */
    evidence: text().notNull().default(''),
    ...timestamps(),
  },
  (table) => [
    uniqueIndex('elements_feature_membership').on(table.featureId, table.membershipId),
    index('elements_membership').on(table.membershipId),
    index('elements_grid').on(table.gridId),
    foreignKey({
      name: 'elements_feature',
      columns: [table.gridId, table.featureId],
      foreignColumns: [features.gridId, features.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'elements_membership_fk',
      columns: [table.gridId, table.membershipId],
      foreignColumns: [gridPackages.gridId, gridPackages.id],
    }).onDelete('cascade'),
  ],
);
