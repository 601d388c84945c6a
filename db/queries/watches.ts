import { and, asc, count, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { accounts, grids, packages, watches } from '../schema';

const ofAccount = eq(watches.accountId, sql.placeholder('account'));

const statements = prepared((db) => ({
  package: db
    .select({ id: watches.id })
    .from(watches)
    .where(and(ofAccount, eq(watches.packageId, sql.placeholder('record'))))
    .prepare(),
  grid: db
    .select({ id: watches.id })
    .from(watches)
    .where(and(ofAccount, eq(watches.gridId, sql.placeholder('record'))))
    .prepare(),
  packages: db
    .select({ id: packages.id, slug: packages.slug, title: sql<string>`${packages.title}` })
    .from(watches)
    .innerJoin(packages, eq(packages.id, watches.packageId))
    .where(ofAccount)
    .orderBy(asc(packages.title))
    .prepare(),
  grids: db
    .select({ id: grids.id, slug: grids.slug, title: sql<string>`${grids.title}` })
    .from(watches)
    .innerJoin(grids, eq(grids.id, watches.gridId))
    .where(ofAccount)
    .orderBy(asc(grids.title))
    .prepare(),
  total: db.select({ count: count() }).from(watches).where(ofAccount).prepare(),
  byToken: db
    .select()
    .from(accounts)
    .where(eq(accounts.feedToken, sql.placeholder('token')))
    .prepare(),
}));

/** Names what can be watched. */
export interface Watchable {
  kind: 'package' | 'grid';
  id: number;
}

/** The watch of an account on a package or a grid; undefined if it doesn't watch it. */
export const findWatch = (account: string, { kind, id }: Watchable) =>
  statements()[kind].get({ account, record: id });

/** The packages and the grids that an account watches, by title. */
export const listWatched = (account: string) => ({
  packages: statements().packages.all({ account }),
  grids: statements().grids.all({ account }),
});

/** The number of packages and grids that an account watches. */
export const countWatches = (account: string): number =>
  statements().total.get({ account })?.count ?? 0;

/** The account whose feed has this token; undefined if there is none, or it is banned or deleted. */
export function findAccountByFeedToken(token: string) {
  const account = statements().byToken.get({ token });
  return account?.bannedAt === null && account.deletedAt === null ? account : undefined;
}
