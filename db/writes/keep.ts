import type { PermissionName } from '@/lib/accounts/permissions';
import type { Micros } from '@/lib/time';
import { change, type Change } from './change';
import { permittedAccount } from './permitted';

/** Who writes something of their own, and when. */
export interface Person {
  accountId: string;
  now: Micros;
}

/**
 * Writes what an account keeps for itself, in one transaction. It isn't an edit, so it doesn't count towards a promotion.
 *
 * @throws {PermissionError} if there is no such account, it is banned, or its role lacks the permission
 */
export function keep<Result>(
  { accountId, now }: Person,
  permission: PermissionName,
  work: (change: Change) => Result,
): Result {
  return change({ actor: accountId, source: 'site', comment: '', now }, (it) => {
    permittedAccount(accountId, permission);
    return work(it);
  });
}
