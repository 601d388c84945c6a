import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { weeklyMetrics } from '../schema';
import { isInIds } from './conditions';

const columns = {
  packageId: weeklyMetrics.packageId,
  week: weeklyMetrics.week,
  stars: weeklyMetrics.stars,
  forks: weeklyMetrics.forks,
  openIssues: weeklyMetrics.openIssues,
  downloads: weeklyMetrics.downloads,
  health: weeklyMetrics.health,
  source: weeklyMetrics.source,
};

const statements = prepared((db) => ({
  ofOne: db
    .select(columns)
    .from(weeklyMetrics)
    .where(eq(weeklyMetrics.packageId, sql.placeholder('packageId')))
    .orderBy(asc(weeklyMetrics.week))
    .prepare(),
  ofSome: db
    .select(columns)
    .from(weeklyMetrics)
    .where(isInIds(weeklyMetrics.packageId))
    .orderBy(asc(weeklyMetrics.packageId), asc(weeklyMetrics.week))
    .prepare(),
}));

/** The figures of a package week by week, oldest first. Weeks without any reading are absent. */
export const listWeeklyMetrics = (packageId: number) => statements().ofOne.all({ packageId });

/** The same of several packages, one after the other. */
export const listWeeklyMetricsOf = (ids: number[]) =>
  statements().ofSome.all({ ids: JSON.stringify(ids) });
