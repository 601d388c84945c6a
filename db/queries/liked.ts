import { count, desc, asc, eq, sql } from 'drizzle-orm';
import { prepared, type Database } from '../client';
import { packages } from '../schema';

// In this index, packages with users are contiguous within each state. Without the hint, SQLite sorts all packages.
const byUsage = sql`${packages} indexed by packages_usage`;
const isLiked = sql`${packages.isActive} in (0, 1) and ${packages.usageCount} > 0`;
const order = [desc(packages.usageCount), asc(packages.title), asc(packages.id)];

/** The ids of one page, read from the index alone. */
const pageOf = (db: Database) =>
  db
    .select({ id: sql<number>`${packages.id}`.as('liked_id') })
    .from(byUsage)
    .where(isLiked)
    .orderBy(...order)
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .as('liked');

const page = prepared((db) => {
  const liked = pageOf(db);
  return db
    .select({
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
      usageCount: packages.usageCount,
      usageCountedAt: packages.usageCountedAt,
      stars: packages.repoWatchers,
      starsAt: packages.repoFiguresAt,
      health: packages.health,
      lastCommitAt: packages.lastCommitAt,
      commitsAsOf: packages.commitsAsOf,
      isDeprecated: packages.isDeprecated,
      isArchived: packages.isArchived,
    })
    .from(liked)
    .innerJoin(packages, eq(packages.id, liked.id))
    .orderBy(...order)
    .prepare();
});

const total = prepared((db) =>
  db.select({ count: count() }).from(byUsage).where(isLiked).prepare(),
);

export type LikedPackage = ReturnType<typeof listLikedPackages>[number];

/** A page of the packages with at least one user, in any state, most users first. */
export function listLikedPackages(slice: { limit: number; offset: number }) {
  return page().all(slice);
}

/** The number of packages with at least one user. */
export function countLikedPackages(): number {
  return total().get()?.count ?? 0;
}
