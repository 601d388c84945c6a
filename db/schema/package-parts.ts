import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
    /** When stars and forks were read, and from which of `sources`. */
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
    requiresPython: text(),
    /** Number of the Development Status trove classifier, from 1 (Planning) to 7 (Inactive). */
    developmentStatus: integer(),
  },
  (table) => [check('pypi_projects_status_range', sql`${table.developmentStatus} between 1 and 7`)],
);

/** A figure of a package in the week in which it was read: the last reading of each week is kept. */
export const metricSamples = sqliteTable(
  'metric_samples',
  {
    packageId: integer()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    metric: text({ enum: ['stars', 'forks'] }).notNull(),
    /** The Monday, 00:00 UTC, on which the week began. */
    week: micros().notNull(),
    value: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.packageId, table.metric, table.week] }),
    index('metric_samples_week').on(table.metric, table.week),
    check('metric_samples_metric', sql`${table.metric} in ('stars', 'forks')`),
  ],
);
