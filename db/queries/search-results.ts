import { sql } from 'drizzle-orm';
import { prepared } from '@/db/client';
import { grids, packages } from '@/db/schema';
import { isInIds } from './conditions';
import { leaders } from './grids';

const foundPackages = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      stars: packages.repoWatchers,
      starsAt: packages.repoFiguresAt,
      health: packages.health,
      lastReleaseNumber: packages.lastReleaseNumber,
      lastReleaseAt: packages.lastReleaseAt,
      lastReleasePrecision: packages.lastReleasePrecision,
      lastCommitAt: packages.lastCommitAt,
      commitsAsOf: packages.commitsAsOf,
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
    })
    .from(packages)
    .where(isInIds(packages.id))
    .prepare(),
);

export type FoundPackage = ReturnType<typeof listFoundPackages>[number];

/** The data that search results show about these packages, in no particular order. */
export function listFoundPackages(ids: number[]) {
  return foundPackages().all({ ids: JSON.stringify(ids) });
}

// Raw SQL, because Drizzle omits the table name from columns in single-table queries.
const packageCount = sql<number>`(select count(*) from grid_packages where grid_id = grids.id)`;
const featureCount = sql<number>`(select count(*) from features where grid_id = grids.id)`;

const foundGrids = prepared((db) =>
  db
    .select({
      id: grids.id,
      slug: grids.slug,
      title: grids.title,
      description: grids.description,
      packageCount,
      featureCount,
      leaders,
    })
    .from(grids)
    .where(isInIds(grids.id))
    .prepare(),
);

export type FoundGrid = ReturnType<typeof listFoundGrids>[number];

/** The data that search results show about these grids, in no particular order. */
export function listFoundGrids(ids: number[]) {
  return foundGrids().all({ ids: JSON.stringify(ids) });
}
