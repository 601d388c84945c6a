import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { PermissionError, type Actor } from '@/lib/accounts/permissions';
import { isDue } from '@/lib/accounts/promotion';
import type { Micros } from '@/lib/time';
import { countUnrevertedChanges, findAccount } from '../queries/accounts';
import { setRole } from './roles';
import { change, type Change } from './change';
import { claimIds } from './import/identity';

/** Who makes an edit, when and why. */
export interface Edit {
  accountId: string;
  comment: string;
  now: Micros;
  /** The change that it undoes. */
  reverts?: number;
}

/**
 * Makes a change by a person, in one transaction. The account is read within it, so that a ban or a new role takes effect at once; `work` checks
 * the permission of what it does.
 *
 * @throws {PermissionError} if there is no such account or it is banned
 */
export function edit<Result>(by: Edit, work: (change: Change, actor: Actor) => Result): Result {
  const { accountId, comment, now, reverts } = by;
  return change({ actor: accountId, source: 'site', comment, now, reverts }, (it) => {
    const account = findAccount(accountId);
    if (account?.bannedAt !== null || account.deletedAt !== null) {
      throw new PermissionError('change.make', false);
    }
    const result = work(it, account);
    const createdAt = account.createdAt.getTime() * 1000;
    if (account.role === 'new' && isDue(createdAt, countUnrevertedChanges(accountId), now)) {
      setRole(accountId, 'editor');
    }
    return result;
  });
}

/** The id of a new row of a table. */
export const newId = (table: SQLiteTable): number => claimIds(table, [{}])[0] ?? 0;
