import { and, count, eq, isNull } from 'drizzle-orm';
import { MissingError } from '@/lib/edits/missing';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { findAccount } from '../queries/accounts';
import { accounts, credentials, heldEdits } from '../schema';
import { endSessions } from '../sessions';
import { removePersonalRows } from './people';

/**
 * Deletes an account: how it signs in, its sessions, name, texts, and what it keeps for itself. Its changes stay, by a deleted account, as
 * does its row, which they refer to; its name is free at once. Returns false, and deletes nothing, if it is the last admin.
 *
 * @throws {MissingError} if there is no such account
 */
export function removeAccount(id: string, now: Micros): boolean {
  const isRemoved = database().transaction(
    () => {
      const account = findAccount(id);
      if (account?.deletedAt !== null) throw new MissingError('This account no longer exists.');
      if (account.role === 'admin' && account.bannedAt === null && countAdmins() === 1)
        return false;
      removePersonalRows(id, now);
      removeUndecided(id);
      database().delete(credentials).where(eq(credentials.userId, id)).run();
      database().update(accounts).set(emptied(id, now)).where(eq(accounts.id, id)).run();
      return true;
    },
    { behavior: 'immediate' },
  );
  // The state database is another file; a session of a deleted account has no effect meanwhile.
  if (isRemoved) endSessions(id);
  return isRemoved;
}

/** Admins that can sign in. */
function countAdmins(): number {
  const isAdmin = and(
    eq(accounts.role, 'admin'),
    isNull(accounts.deletedAt),
    isNull(accounts.bannedAt),
  );
  const found = database().select({ count: count() }).from(accounts).where(isAdmin).get();
  return found?.count ?? 0;
}

/** The row of a deleted account. Nobody can choose its name, because of the colon. */
const emptied = (id: string, now: Micros) => ({
  ...{ name: `deleted:${id}`, signInKey: `${id.toLowerCase()}@deleted.invalid` },
  ...{ deletedAt: now, updatedAt: new Date(now / 1000), role: 'new' as const },
  ...{ about: '', githubAccount: null, gitlabAccount: null, bitbucketAccount: null },
  image: null,
});

/** Deletes edits that wait for a moderator, since they could no longer be made. */
function removeUndecided(accountId: string): void {
  const isOwn = eq(heldEdits.accountId, accountId);
  database()
    .delete(heldEdits)
    .where(and(isOwn, isNull(heldEdits.decidedAt)))
    .run();
}
