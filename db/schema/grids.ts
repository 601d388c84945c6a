import {
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { edited, flag, micros, title } from './columns';
import { packages } from './packages';

/** A comparison of packages that do the same job, with features that people enter. */
export const grids = sqliteTable('grids', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  title: title().notNull(),
  description: text().notNull().default(''),
  isLocked: flag(),
  /** Named among the main ones by editors; clients of the API read it. */
  isHeader: flag(),
  ...edited(),
});

/** A package's place in a grid. */
export const memberships = sqliteTable(
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

/** A row of a grid that people fill in, one answer for each package. */
export const features = sqliteTable(
  'features',
  {
    id: integer().primaryKey(),
    gridId: integer()
      .notNull()
      .references(() => grids.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    description: text().notNull().default(''),
    ...edited(),
  },
  (table) => [unique('features_grid_id').on(table.gridId, table.id)],
);

/** A cell: what is said of one feature of one package. The double keys keep both within one grid. */
export const elements = sqliteTable(
  'elements',
  {
    id: integer().primaryKey(),
    gridId: integer().notNull(),
    featureId: integer().notNull(),
    membershipId: integer().notNull(),
    text: text().notNull(),
    /** Where in the package's repository the fact was read, as path:line at `packages.snapshotCommit`. */
    evidence: text().notNull().default(''),
    ...edited(),
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
      foreignColumns: [memberships.gridId, memberships.id],
    }).onDelete('cascade'),
  ],
);
