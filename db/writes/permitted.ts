import {
  PermissionError,
  requirePermission,
  type PermissionName,
} from '@/lib/accounts/permissions';
import { database } from '../client';
import { findActiveAccount, type Account } from '../queries/accounts';

/**
 * The account with an id, for a write in the same transaction, so that a ban or a new role takes effect at once.
 *
 * @throws {PermissionError} if it lacks the permission, is banned or doesn't exist
 */
export function permittedAccount(id: string, permission: PermissionName): Account {
  const account = findActiveAccount(id);
  if (!account) throw new PermissionError(permission, false);
  requirePermission(account, permission);
  return account;
}

/**
 * Writes data that is not part of the catalogue and has no history, in one transaction. `work` gets the account.
 *
 * @throws {PermissionError} if the account lacks the permission, is banned or doesn't exist
 */
export function writePermitted<Result>(
  accountId: string,
  permission: PermissionName,
  work: (account: Account) => Result,
): Result {
  return database().transaction(() => work(permittedAccount(accountId, permission)), {
    behavior: 'immediate',
  });
}
