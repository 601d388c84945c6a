import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Joined, NewPackage, Release } from '@/lib/feeds/items';
import { isPreRelease } from '@/lib/versions';
import { prepared, preparedFor } from '../client';
import { grids, memberships, packages, versions } from '../schema';

const added = {
  id: packages.id,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  createdAt: packages.createdAt,
};

const newestIn = preparedFor((db, isActive: boolean) =>
  db
    .select(added)
    .from(packages)
    .where(eq(packages.isActive, isActive))
    .orderBy(desc(packages.createdAt), desc(packages.title))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const newestFirst = (a: NewPackage, b: NewPackage) => b.createdAt - a.createdAt || b.id - a.id;

/** The packages that were added last, in whatever state. The index has them by state, so each state is asked. */
export function listNewestPackages(limit: number): NewPackage[] {
  const all = [true, false].flatMap((isActive) => newestIn(isActive).all({ limit }));
  return all.sort(newestFirst).slice(0, limit);
}

const newestOf = prepared((db) =>
  db
    .select(added)
    .from(packages)
    .where(eq(packages.categoryId, sql.placeholder('categoryId')))
    .orderBy(desc(packages.createdAt), desc(packages.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The packages of a category that were added last, in whatever state. */
export function listNewestPackagesOf(categoryId: number, limit: number): NewPackage[] {
  return newestOf().all({ categoryId, limit });
}

const released = {
  packageId: packages.id,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  number: versions.number,
  // Asked only where it is known.
  releasedAt: sql<number>`${versions.releasedAt}`,
  datePrecision: versions.datePrecision,
  modifiedAt: packages.modifiedAt,
  lastFetchedAt: packages.lastFetchedAt,
};

const isShown = and(eq(versions.isHidden, false), isNotNull(versions.releasedAt));
const latestFirst = [desc(versions.releasedAt), desc(versions.id)];

const latest = prepared((db) => {
  const recent = db
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.isActive, true), isNotNull(packages.lastReleaseAt)))
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
 * The latest releases of active packages, pre-releases left out. So many releases can only be of as many packages, those whose last
 * release is latest, which an index knows.
 */
export function listLatestReleases(limit: number): Release[] {
  const all = latest().all({ limit });
  return all.filter(({ number }) => !isPreRelease(number)).slice(0, limit);
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

/** The latest releases of a package, pre-releases too: who watches one package wants to try them. */
export function listReleasesOfPackage(packageId: number, limit: number): Release[] {
  return ofPackage().all({ packageId, limit });
}

const ofGrid = prepared((db) =>
  db
    .select(released)
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .innerJoin(versions, eq(versions.packageId, memberships.packageId))
    .where(and(eq(memberships.gridId, sql.placeholder('gridId')), isShown))
    .orderBy(...latestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The latest releases of the packages of a grid. */
export function listReleasesOfGrid(gridId: number, limit: number): Release[] {
  return ofGrid().all({ gridId, limit });
}

const joined = prepared((db) =>
  db
    .select({
      gridId: grids.id,
      gridTitle: grids.title,
      packageId: packages.id,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      joinedAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(grids, eq(grids.id, memberships.gridId))
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .orderBy(desc(memberships.createdAt), desc(memberships.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The packages that joined a grid last. */
export function listJoinedPackages(gridId: number, limit: number): Joined[] {
  return joined().all({ gridId, limit });
}
