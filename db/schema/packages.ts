import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { categories } from './categories';
import { timestamps, feedId, flag, micros, title } from './columns';

/**
 * A project listed on the site: what editors enter, and what lists show and sort by. The latter is a projection of `repositories`,
 * `pypiProjects` and `versions`, written by db/writes/projection.ts. Null means unknown, never zero.
 */
export const packages = sqliteTable(
  'packages',
  {
    id: integer().primaryKey(),
    slug: text().notNull().unique(),
    title: title().notNull(),
    categoryId: integer()
      .notNull()
      .references(() => categories.id),

    repoUrl: text().unique('packages_repo_url_unique'),
    repoDescription: text().notNull().default(''),
    /** Stars, whatever the host calls them. */
    repoWatchers: integer(),
    repoForks: integer(),
    /** When stars and forks were read. */
    repoFiguresAt: micros(),

    pypiName: text(),
    pypiUrl: text().notNull().default(''),
    /** Rank among all PyPI projects by downloads; 1 is the most downloaded. */
    pypiDownloadRank: integer(),
    /** SPDX identifier of the license file. */
    licence: text(),
    documentationUrl: text(),

    lastCommitAt: micros(),
    commitsAsOf: micros(),
    lastFetchedAt: micros(),
    snapshotAt: micros(),

    latestVersionId: integer().references((): AnySQLiteColumn => versions.id, {
      onDelete: 'set null',
    }),
    /** The newest release (lib/package/newest-release.ts), stored because lists show it and sort by its date. */
    lastReleaseNumber: text(),
    lastReleaseAt: micros(),
    lastReleasePrecision: text({ enum: ['time', 'day', 'month'] })
      .notNull()
      .default('time'),

    /** How many users of the reference site said "I use this", and when they were counted. */
    usageCount: integer(),
    usageCountedAt: micros(),

    /** Score from 0 to 100, computed by lib/scoring/health at `healthAt`, stored for sorting lists; null if too little is known. */
    health: integer(),
    healthAt: micros(),
    /** Activity in the last 12 weeks compared with the weeks before, by lib/scoring/trend; null if commits are unknown. */
    trend: real(),

    isDeprecated: flag(),
    deprecatedAt: micros(),
    /** Where the deprecation or archiving is announced. */
    statusSource: text(),
    replacedById: integer().references((): AnySQLiteColumn => packages.id),
    /** URL of a replacement that is not listed here. */
    replacementUrl: text(),
    isArchived: flag(),
    archivedAt: micros(),
    /** Neither archived nor deprecated; only active packages are shown in lists and grids. */
    isActive: integer({ mode: 'boolean' }).generatedAlwaysAs(
      sql`(not is_deprecated and not is_archived)`,
      { mode: 'virtual' },
    ),
    /** Whether only moderators may edit it. */
    isLocked: flag(),
    feedId: feedId(),
    ...timestamps(),
    /** When its record was last edited or its figures were last fetched. */
    changedAt: micros().generatedAlwaysAs(sql`(max(modified_at, ifnull(last_fetched_at, 0)))`, {
      mode: 'virtual',
    }),
  },
  (table) => [
    index('packages_category').on(table.categoryId, table.isActive),
    index('packages_stars').on(table.isActive, table.repoWatchers, table.title),
    index('packages_forks').on(table.isActive, table.repoForks, table.title),
    index('packages_usage').on(table.isActive, table.usageCount, table.title),
    index('packages_last_commit').on(table.isActive, table.lastCommitAt, table.title),
    index('packages_last_release').on(table.isActive, table.lastReleaseAt, table.title),
    index('packages_created').on(table.isActive, table.createdAt, table.title),
    index('packages_title').on(table.isActive, table.title),
    index('packages_health').on(table.isActive, table.health, table.title),
    index('packages_trend').on(table.isActive, table.trend, table.title),
    index('packages_download_rank').on(table.isActive, table.pypiDownloadRank, table.title),
    index('packages_licence').on(table.licence),
    index('packages_changed').on(table.changedAt),
    index('packages_replaced_by').on(table.replacedById),
    // For the foreign key: without it, adding or deleting a version scans all packages.
    index('packages_latest_version').on(table.latestVersionId),
    check(
      'packages_counts',
      sql`min(ifnull(${table.repoWatchers}, 0), ifnull(${table.repoForks}, 0), ifnull(${table.usageCount}, 0)) >= 0`,
    ),
    check('packages_deprecated', sql`${table.deprecatedAt} is null or ${table.isDeprecated}`),
    check(
      'packages_replaced',
      sql`${table.isDeprecated} or (${table.replacedById} is null and ${table.replacementUrl} is null)`,
    ),
    check('packages_archived', sql`${table.archivedAt} is null or ${table.isArchived}`),
    check('packages_not_own_replacement', sql`${table.replacedById} <> ${table.id}`),
    // Milliseconds written by mistake would be a date in January 1970.
    check('packages_micros', sql`min(${table.createdAt}, ${table.modifiedAt}) > 100000000000000`),
    check(
      'packages_release_precision',
      sql`${table.lastReleasePrecision} in ('time', 'day', 'month')`,
    ),
  ],
);

export type Package = typeof packages.$inferSelect;

/** The framework and language releases declared in a package's classifiers. */
export const packageSupport = sqliteTable(
  'package_support',
  {
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    /** Product and release cycle as on endoflife.date, such as django 5.2. */
    product: text({ enum: ['django', 'python'] }).notNull(),
    cycle: text().notNull(),
  },
  (table) => [
    index('package_support_cycle').on(table.product, table.cycle, table.packageId),
    primaryKey({ columns: [table.packageId, table.product, table.cycle] }),
    check('package_support_product', sql`${table.product} in ('django', 'python')`),
  ],
);

/** A release of a package: a version tag of its repository or a file on PyPI. */
export const versions = sqliteTable(
  'versions',
  {
    id: integer().primaryKey(),
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    number: text().notNull(),
    releasedAt: micros(),
    /** Precision of the date; one known only to the month is stored as its first day. */
    datePrecision: text({ enum: ['time', 'day', 'month'] })
      .notNull()
      .default('time'),
    source: text({ enum: ['tag', 'pypi'] }).notNull(),
    isHidden: flag(),
    /** When this site first saw it; feeds use it if only the month of the release is known. */
    firstSeenAt: micros(),
  },
  (table) => [
    uniqueIndex('versions_package_number').on(table.packageId, table.number),
    index('versions_package_released').on(table.packageId, table.releasedAt),
    check('versions_micros', sql`${table.releasedAt} > 100000000000000`),
    check('versions_source', sql`${table.source} in ('tag', 'pypi')`),
    check('versions_precision', sql`${table.datePrecision} in ('time', 'day', 'month')`),
  ],
);

export type Version = typeof versions.$inferSelect;
