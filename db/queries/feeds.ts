import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Joined, NewPackage, Release } from '@/lib/feeds/items';
import { compareTitles } from '@/lib/list/titles';
import { isFinal } from '@/lib/package/versions';
import { prepared, preparedFor } from '../client';
import { grids, gridPackages, packages, versions } from '../schema';
import { atPresent, hasCome } from './future';

const added = {
  id: packages.id,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  createdAt: packages.createdAt,
};

/** Packages added at the same time are sorted by title, as in package lists. */
const newestFirst = [desc(packages.createdAt), asc(packages.title), asc(packages.id)];

const newestIn = preparedFor((db, isActive: boolean) =>
  db
    .select(added)
    .from(packages)
    .where(and(eq(packages.isActive, isActive), hasCome(packages.createdAt)))
    .orderBy(...newestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const byNewest = (a: NewPackage, b: NewPackage) =>
  b.createdAt - a.createdAt || compareTitles(a.title, b.title) || a.id - b.id;

/** The newest packages in any state. The index starts with the state, so each state is queried separately. */
export function listNewestPackages(limit: number): NewPackage[] {
  const all = [true, false].flatMap((isActive) =>
    newestIn(isActive).all({ limit, ...atPresent() }),
  );
  return all.sort(byNewest).slice(0, limit);
}

const newestOf = prepared((db) =>
  db
    .select(added)
    .from(packages)
    .where(and(eq(packages.categoryId, sql.placeholder('categoryId')), hasCome(packages.createdAt)))
    .orderBy(...newestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The newest packages of a category, in any state. */
export function listNewestPackagesOf(categoryId: number, limit: number): NewPackage[] {
  return newestOf().all({ categoryId, limit, ...atPresent() });
}

/** The ids of packages and grids in feeds. */
const packageFeedId = sql<number>`ifnull(packages.feed_id, packages.id)`;
const gridFeedId = sql<number>`ifnull(grids.feed_id, grids.id)`;

const released = {
  packageId: packageFeedId,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  versionId: versions.id,
  number: versions.number,
  // Never null: every query filters by isShown.
  releasedAt: sql<number>`${versions.releasedAt}`,
  datePrecision: versions.datePrecision,
  firstSeenAt: versions.firstSeenAt,
  modifiedAt: packages.modifiedAt,
  lastFetchedAt: packages.lastFetchedAt,
};

const isShown = and(eq(versions.isHidden, false), hasCome(versions.releasedAt));
const latestFirst = [desc(versions.releasedAt), desc(versions.id)];

/** If lastReleaseAt is in the past, it is the package's latest release; if it is in the future, it hides the latest past one. */
const lastReleases = {
  past: hasCome(packages.lastReleaseAt),
  future: gt(packages.lastReleaseAt, sql.placeholder('now')),
};

const latest = preparedFor((db, when: keyof typeof lastReleases) => {
  const recent = db
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.isActive, true), lastReleases[when]))
    .orderBy(desc(packages.lastReleaseAt), desc(packages.title))
    .limit(sql.placeholder('limit'))
    .as('recent');
  return db
    .select(released)
    .from(recent)
    .innerJoin(packages, eq(packages.id, recent.id))
    .innerJoin(versions, eq(versions.packageId, recent.id))
    .where(isShown)
    .orderBy(...latestFirst)
    .prepare();
});

/**
 * The latest releases of active packages, without pre-releases. They come from at most `limit` packages, those with the most recent last
 * release, which an index finds.
 */
export function listLatestReleases(limit: number): Release[] {
  const values = { limit, ...atPresent() };
  const all = [...latest('past').all(values), ...latest('future').all(values)];
  all.sort((a, b) => b.releasedAt - a.releasedAt || b.versionId - a.versionId);
  return all.filter(({ number }) => isFinal(number)).slice(0, limit);
}

const ofPackage = prepared((db) =>
  db
    .select(released)
    .from(versions)
    .innerJoin(packages, eq(packages.id, versions.packageId))
    .where(and(eq(versions.packageId, sql.placeholder('packageId')), isShown))
    .orderBy(...latestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The latest releases of a package, including pre-releases: subscribers to a single package may want to try them. */
export function listReleasesOfPackage(packageId: number, limit: number): Release[] {
  return ofPackage().all({ packageId, limit, ...atPresent() });
}

const ofGrid = prepared((db) =>
  db
    .select(released)
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .innerJoin(versions, eq(versions.packageId, gridPackages.packageId))
    .where(and(eq(gridPackages.gridId, sql.placeholder('gridId')), isShown))
    .orderBy(...latestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The latest releases of the packages of a grid. */
export function listReleasesOfGrid(gridId: number, limit: number): Release[] {
  return ofGrid().all({ gridId, limit, ...atPresent() });
}

const joined = prepared((db) =>
  db
    .select({
      gridId: gridFeedId,
      gridTitle: grids.title,
      packageId: packageFeedId,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      joinedAt: gridPackages.createdAt,
    })
    .from(gridPackages)
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(and(eq(gridPackages.gridId, sql.placeholder('gridId')), hasCome(gridPackages.createdAt)))
    .orderBy(desc(gridPackages.createdAt), desc(gridPackages.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The packages most recently added to a grid. */
export function listJoinedPackages(gridId: number, limit: number): Joined[] {
  return joined().all({ gridId, limit, ...atPresent() });
}
