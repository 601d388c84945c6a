import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { micros } from './columns';
import { packages } from './packages';

// Each package has one row in each of the first two tables, which a trigger of the migration adds together with the package.

const packageId = () =>
  integer()
    .primaryKey()
    .references(() => packages.id, { onDelete: 'cascade' });

/** What the repository host reports about a package's repository. */
export const repositories = sqliteTable(
  'repositories',
  {
    packageId: packageId(),
    description: text().notNull().default(''),
    /** Stars, whatever the host calls them. */
    stars: integer(),
    forks: integer(),
    /** Open issues, without pull requests. */
    openIssues: integer(),
    /** When stars, forks and open issues were read, and from which of `sources`. */
    figuresAt: micros(),
    figuresSource: text(),
    /** SPDX identifier of the license file. */
    license: text(),
    /** Account names at the host, most commits first. */
    participants: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    /** 52 weekly counts, oldest first; the last is the week of `commitsAsOf`. */
    commitsOver52: text('commits_over_52', { mode: 'json' }).$type<number[]>(),
    commitsAsOf: micros(),
    commitCount: integer(),
    lastCommitAt: micros(),
    fetchedAt: micros(),
    /** Source of commits, dates and participants. */
    activitySource: text(),
    /** The commit at which license, classifiers and the evidence of cells were read. */
    snapshotCommit: text(),
    snapshotAt: micros(),
  },
  (table) => [
    check(
      'repositories_counts',
      sql`min(ifnull(${table.stars}, 0), ifnull(${table.forks}, 0), ifnull(${table.commitCount}, 0)) >= 0`,
    ),
    check('repositories_52_weeks', sql`json_array_length(${table.commitsOver52}) in (0, 52)`),
  ],
);

export type Repository = typeof repositories.$inferSelect;

/** What PyPI reports about a package. */
export const pypiProjects = sqliteTable(
  'pypi_projects',
  {
    packageId: packageId(),
    /** Rank among all PyPI projects by downloads; 1 is the most downloaded. */
    downloadRank: integer(),
    /** Downloads in the month before `downloadsAt`, without mirrors. */
    downloads: integer(),
    downloadsAt: micros(),
    requiresPython: text(),
    /** Number of the Development Status trove classifier, from 1 (Planning) to 7 (Inactive). */
    developmentStatus: integer(),
  },
  (table) => [check('pypi_projects_status_range', sql`${table.developmentStatus} between 1 and 7`)],
);

/**
 * The figures of a package in a week: of each, the last reading in that week; null if there was none. A row a week takes 33 bytes: a year of
 * 6,000 packages is 10 MB.
 */
export const weeklyMetrics = sqliteTable(
  'weekly_metrics',
  {
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    /** The Monday, 00:00 UTC, on which the week began. */
    week: micros().notNull(),
    stars: integer(),
    forks: integer(),
    openIssues: integer(),
    /** Downloads from PyPI in the month before. */
    downloads: integer(),
    /** The score from 0 to 100 that this site gave it. */
    health: integer(),
    /** Key of the source, if these are not this site's own readings. */
    source: text(),
  },
  (table) => [
    primaryKey({ columns: [table.packageId, table.week] }),
    check(
      'weekly_metrics_counts',
      sql`min(ifnull(${table.stars}, 0), ifnull(${table.forks}, 0), ifnull(${table.openIssues}, 0), ifnull(${table.downloads}, 0), ifnull(${table.health}, 0)) >= 0`,
    ),
  ],
);

export type WeeklyMetrics = typeof weeklyMetrics.$inferSelect;
