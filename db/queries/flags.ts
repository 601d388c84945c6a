import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Database } from '../client';
import { accounts, flags, packages } from '../schema';
import { presentName } from './conditions';

const listed = (db: Database) =>
  db
    .select({
      id: flags.id,
      accountId: flags.accountId,
      account: presentName,
      package: { slug: packages.slug, title: packages.title },
      reason: flags.reason,
      createdAt: flags.createdAt,
      resolvedAt: flags.resolvedAt,
      isUpheld: flags.isUpheld,
      answer: flags.answer,
    })
    .from(flags)
    .innerJoin(accounts, eq(accounts.id, flags.accountId))
    .innerJoin(packages, eq(packages.id, flags.packageId));

const limit = sql.placeholder('limit');
const isTheirs = and(
  eq(flags.accountId, sql.placeholder('account')),
  eq(flags.packageId, sql.placeholder('package')),
);

const statements = prepared((db) => ({
  byId: listed(db)
    .where(eq(flags.id, sql.placeholder('id')))
    .prepare(),
  open: listed(db).where(isNull(flags.resolvedAt)).orderBy(asc(flags.id)).limit(limit).prepare(),
  theirs: listed(db).where(isTheirs).orderBy(desc(flags.id)).limit(limit).prepare(),
}));

export type FlagRow = NonNullable<ReturnType<typeof findFlag>>;

/** A report of a package, by its id. */
export const findFlag = (id: number) => statements().byId.get({ id });

/** The reports that no moderator has answered, oldest first. */
export const listOpenFlags = (most: number) => statements().open.all({ limit: most });

/** What an account has reported about a package, newest first. */
export const listFlagsBy = (account: string, packageId: number, most: number) =>
  statements().theirs.all({ account, package: packageId, limit: most });
