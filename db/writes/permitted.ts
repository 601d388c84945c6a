import {
  PermissionError,
  requirePermission,
  type PermissionName,
} from '@/lib/accounts/permissions';
import { database } from '../client';
import { findAccount, type Account } from '../queries/accounts';

/**
 * Writes for an account what is not part of the catalogue and has no history, in one transaction. The account is read within it, as in
 * `edit()`, and passed to `work`.
 *
 * @throws {PermissionError} if the account lacks the permission, is banned or doesn't exist
 */
export function writePermitted<Result>(
  accountId: string,
  permission: PermissionName,
  work: (account: Account) => Result,
): Result {
  return database().transaction(
    () => {
      const account = findAccount(accountId);
      if (account?.bannedAt !== null || account.deletedAt !== null) {
        throw new PermissionError(permission, false);
      }
      requirePermission(account, permission);
      return work(account);
    },
    { behavior: 'immediate' },
  );
}
