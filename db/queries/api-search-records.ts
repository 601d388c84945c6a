import { count, desc, eq, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import {
  categories,
  gridPackages,
  grids,
  packages,
  packageSupport,
  pypiProjects,
  repositories,
} from '../schema';
import { isInIds } from './conditions';

/** Records of search results, as the search API returns them. */

/** Columns that a package's search weight is computed from. */
const figures = {
  isDeprecated: packages.isDeprecated,
  description: packages.repoDescription,
  forks: packages.repoForks,
  usage: packages.usageCount,
  stars: packages.repoWatchers,
  lastCommitAt: packages.lastCommitAt,
  lastReleaseAt: packages.lastReleaseAt,
};

const packageRecords = prepared((db) => {
  const python = db
    .select({ cycles: sql`ifnull(group_concat(${packageSupport.cycle}), '')` })
    .from(packageSupport)
    .where(
      sql`${packageSupport.packageId} = ${packages.id} and ${packageSupport.product} = 'python'`,
    );
  return db
    .select({
      ...figures,
      id: packages.id,
      title: packages.title,
      slug: packages.slug,
      category: categories.title,
      participants: repositories.participants,
      requiresPython: pypiProjects.requiresPython,
      pythonVersions: sql`${python}`.mapWith((text: string) => text.split(',')),
      createdAt: packages.createdAt,
      modifiedAt: packages.modifiedAt,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    .where(isInIds(packages.id))
    .prepare();
});

/** Packages with these ids, in no particular order. */
export function listPackageSearchRecords(ids: number[]) {
  return packageRecords().all({ ids: JSON.stringify(ids) });
}

const gridRecords = prepared((db) =>
  db
    .select({
      id: grids.id,
      title: grids.title,
      slug: grids.slug,
      description: grids.description,
      isLocked: grids.isLocked,
      isHeader: grids.isHeader,
      packages: count(gridPackages.id),
      createdAt: grids.createdAt,
      modifiedAt: grids.modifiedAt,
    })
    .from(grids)
    .leftJoin(gridPackages, eq(gridPackages.gridId, grids.id))
    .where(isInIds(grids.id))
    .groupBy(grids.id)
    .prepare(),
);

/** Grids with these ids, in no particular order. */
export function listGridSearchRecords(ids: number[]) {
  return gridRecords().all({ ids: JSON.stringify(ids) });
}

const bestKnown = prepared((db) =>
  db
    .select(figures)
    .from(packages)
    .orderBy(
      desc(packages.isActive),
      desc(packages.repoWatchers),
      desc(packages.title),
      desc(packages.id),
    )
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

/** A slice of the figures that packages are weighted by: active packages first, then most stars first. */
export function listPackageFigures(slice: { limit: number; offset: number }) {
  return bestKnown().all(slice);
}

const newestCommit = prepared((db) => {
  const newestOf = (isActive: number) =>
    sql`(select max(last_commit_at) from packages where is_active = ${sql.raw(String(isActive))})`;
  return db
    .select({ time: sql<number>`max(ifnull(${newestOf(1)}, 0), ifnull(${newestOf(0)}, 0))` })
    .from(sql`(select 1)`)
    .prepare();
});

/** Time of the newest commit to any package; 0 if none is known. */
export function findNewestCommit(): Micros {
  return newestCommit().get()?.time ?? 0;
}
