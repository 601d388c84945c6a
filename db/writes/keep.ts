import {
  PermissionError,
  requirePermission,
  type PermissionName,
} from '@/lib/accounts/permissions';
import type { Micros } from '@/lib/time';
import { findAccount } from '../queries/accounts';
import { change, type Change } from './change';

/** Who writes something of their own, and when. */
export interface Person {
  accountId: string;
  now: Micros;
}

/**
 * Writes what an account keeps for itself, in one transaction. It is no edit, so nobody becomes an editor by it. The account is read within
 * the transaction, so that a ban takes effect at once.
 *
 * @throws {PermissionError} if there is no such account, it is banned, or its role lacks the permission
 */
export function keep<Result>(
  { accountId, now }: Person,
  permission: PermissionName,
  work: (change: Change) => Result,
): Result {
  return change({ actor: accountId, source: 'site', comment: '', now }, (it) => {
    const account = findAccount(accountId);
    if (account?.bannedAt !== null || account.deletedAt !== null) {
      throw new PermissionError(permission, false);
    }
    requirePermission(account, permission);
    return work(it);
  });
}
