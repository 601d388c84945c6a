import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Page } from '@/lib/list/paging';
import { prepared } from '../client';
import { categories, favorites, packages, usages } from '../schema';
import { listed } from './packages';

const ofAccount = eq(favorites.accountId, sql.placeholder('account'));

const statements = prepared((db) => ({
  favorite: db
    .select({ createdAt: favorites.createdAt })
    .from(favorites)
    .where(and(ofAccount, eq(favorites.packageId, sql.placeholder('package'))))
    .prepare(),
  usage: db
    .select({ createdAt: usages.createdAt })
    .from(usages)
    .where(
      and(
        eq(usages.accountId, sql.placeholder('account')),
        eq(usages.packageId, sql.placeholder('package')),
      ),
    )
    .prepare(),
  page: db
    .select(listed)
    .from(favorites)
    .innerJoin(packages, eq(packages.id, favorites.packageId))
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(ofAccount)
    .orderBy(desc(favorites.createdAt), desc(favorites.packageId))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
  total: db.select({ count: count() }).from(favorites).where(ofAccount).prepare(),
  usages: db
    .select({ packageId: usages.packageId })
    .from(usages)
    .where(eq(usages.accountId, sql.placeholder('account')))
    .prepare(),
}));

/** When an account made a package one of its favorites; undefined if it didn't. */
export const findFavorite = (account: string, packageId: number) =>
  statements().favorite.get({ account, package: packageId });

/** When an account said that it uses a package; undefined if it didn't. */
export const findUsage = (account: string, packageId: number) =>
  statements().usage.get({ account, package: packageId });

/** A page of an account's favorites in any state, the newest first. */
export const listFavorites = (account: string, slice: Page) =>
  statements().page.all({ account, ...slice });

/** The number of an account's favorites. */
export const countFavorites = (account: string): number =>
  statements().total.get({ account })?.count ?? 0;

/** The ids of the packages that an account uses. */
export const listUsages = (account: string): number[] =>
  statements()
    .usages.all({ account })
    .map(({ packageId }) => packageId);
