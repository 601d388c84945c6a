import { eq } from 'drizzle-orm';
import { PermissionError, requirePermission } from '@/lib/accounts/permissions';
import type { ProfileFields } from '@/lib/accounts/profile-fields';
import { signInKey } from '../auth';
import { database } from '../client';
import { findAccount, findAccountByName } from '../queries/accounts';
import { findPasswordHash } from '../queries/credentials';
import { accounts } from '../schema';

/**
 * Saves what somebody says about themselves, and their name. Returns false, and saves nothing, if another account has the name. The former
 * name is free at once.
 *
 * @throws {PermissionError} if there is no such account, or it is banned
 */
export function saveProfile(accountId: string, profile: ProfileFields): boolean {
  return database().transaction(
    () => {
      const account = findAccount(accountId);
      if (account?.bannedAt !== null || account.deletedAt !== null) {
        throw new PermissionError('account.own', false);
      }
      requirePermission(account, 'account.own');
      const { name } = profile;
      if ((findAccountByName(name)?.id ?? accountId) !== accountId) return false;
      // People sign in with their name and password, so the key follows the name.
      const key = findPasswordHash(accountId) === undefined ? {} : { signInKey: signInKey(name) };
      const row = { ...profile, ...key, updatedAt: new Date() };
      database().update(accounts).set(row).where(eq(accounts.id, accountId)).run();
      return true;
    },
    { behavior: 'immediate' },
  );
}
