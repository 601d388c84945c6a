import { and, asc, count, desc, eq, gt, gte, max, min, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { packages, repositories } from '../schema';

const isTrending = and(
  eq(packages.isActive, true),
  // Above 0, the rise is statistically significant.
  gt(packages.trend, 0),
  gte(packages.commitsAsOf, sql.placeholder('since')),
);

const page = prepared((db) =>
  db
    .select({
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      stars: packages.repoWatchers,
      starsAt: packages.repoFiguresAt,
      health: packages.health,
      commitsOver52: repositories.commitsOver52,
      commitsAsOf: packages.commitsAsOf,
    })
    .from(packages)
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .where(isTrending)
    .orderBy(desc(packages.trend), asc(packages.title), asc(packages.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const readings = prepared((db) =>
  db
    .select({
      count: count(),
      from: min(packages.commitsAsOf),
      to: max(packages.commitsAsOf),
    })
    .from(packages)
    .where(isTrending)
    .prepare(),
);

export type TrendingPackage = ReturnType<typeof listTrendingPackages>[number];

/** A page of the active packages with rising activity, steepest rise first, among those whose commits were read since this time. */
export function listTrendingPackages(since: Micros, slice: { limit: number; offset: number }) {
  return page().all({ since, ...slice });
}

/** The number of trending packages, and the earliest and latest times at which their commits were read. */
export function countTrendingPackages(since: Micros) {
  return readings().get({ since }) ?? { count: 0, from: null, to: null };
}
