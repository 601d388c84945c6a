import { and, asc, count, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { similarName } from '@/lib/accounts/name';
import { prepared } from '../client';
import { accounts, changes, type Account } from '../schema';

export type { Account };

const undoing = alias(changes, 'undoing');

const statements = prepared((db) => ({
  byId: db
    .select()
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id')))
    .prepare(),
  unreverted: db
    .select({ count: count() })
    .from(changes)
    .where(
      and(
        eq(changes.actor, sql.placeholder('id')),
        isNull(changes.reverts),
        notExists(
          db
            .select({ one: sql`1` })
            .from(undoing)
            .where(eq(undoing.reverts, changes.id)),
        ),
      ),
    )
    .prepare(),
  byName: db
    .select()
    .from(accounts)
    .where(eq(accounts.name, sql.placeholder('name')))
    .prepare(),
  after: db
    .select()
    .from(accounts)
    .where(gt(accounts.name, sql.placeholder('name')))
    .orderBy(asc(accounts.name))
    .limit(sql.placeholder('limit'))
    .prepare(),
}));

/** The account with an id, deleted and banned ones included. */
export const findAccount = (id: string) => statements().byId.get({ id });

/** The account with an id, unless it is banned or deleted. */
export function findActiveAccount(id: string): Account | undefined {
  const account = findAccount(id);
  return account?.bannedAt === null && account.deletedAt === null ? account : undefined;
}

/** The number of changes by an account that nobody has reverted. */
export const countUnrevertedChanges = (id: string): number =>
  statements().unreverted.get({ id })?.count ?? 0;

/** The account with a name, in any case of letters. */
export const findAccountByName = (name: string) => statements().byName.get({ name });

/** The accounts whose names come after this one, by name. */
export const listAccountsAfter = (name: string, limit: number) =>
  statements().after.all({ name, limit });

/** A valid account name that isn't taken, like `name`. */
export const freeName = (name: string): string =>
  similarName(name, (it) => findAccountByName(it) !== undefined);
