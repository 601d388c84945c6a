import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { accounts, grids, packages } from '../schema';

const statements = prepared((db) => ({
  waiting: db
    .select({
      changes: sql<number>`(select count(*) from changes where review = 'waiting')`,
      held: sql<number>`(select count(*) from held_edits where decided_at is null)`,
      flags: sql<number>`(select count(*) from flags where resolved_at is null)`,
      examples: sql<number>`(select count(*) from package_examples where is_active is null)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
  banned: db
    .select({ name: accounts.name, bannedAt: accounts.bannedAt, banReason: accounts.banReason })
    .from(accounts)
    .where(isNotNull(accounts.bannedAt))
    .orderBy(desc(accounts.bannedAt))
    .limit(sql.placeholder('limit'))
    .prepare(),
  grids: db
    .select({ id: grids.id, slug: grids.slug, title: grids.title })
    .from(grids)
    .where(eq(grids.isLocked, true))
    .orderBy(asc(grids.title))
    .prepare(),
  packages: db
    .select({ id: packages.id, slug: packages.slug, title: sql<string>`${packages.title}` })
    .from(packages)
    .where(eq(packages.isLocked, true))
    .orderBy(asc(packages.title))
    .prepare(),
}));

/** The numbers of changes, edits with links, reports and sites that wait for a moderator. */
export const countWaiting = () =>
  statements().waiting.get() ?? { changes: 0, held: 0, flags: 0, examples: 0 };

/** The accounts that are banned, latest first. */
export const listBannedAccounts = (most: number) => statements().banned.all({ limit: most });

/** The grids and packages that only moderators can edit. */
export const listLockedRecords = () => ({
  grids: statements().grids.all(),
  packages: statements().packages.all(),
});
