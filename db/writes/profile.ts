import { eq } from 'drizzle-orm';
import type { ProfileFields } from '@/lib/accounts/profile-fields';
import { signInKey } from '../auth';
import { database } from '../client';
import { findAccountByName } from '../queries/accounts';
import { findPasswordHash } from '../queries/credentials';
import { accounts } from '../schema';
import { writePermitted } from './permitted';

/**
 * Saves what somebody says about themselves, and their name. Returns false, and saves nothing, if another account has the name. The former
 * name is free at once.
 *
 * @throws {PermissionError} if there is no such account, or it is banned
 */
export function saveProfile(accountId: string, profile: ProfileFields): boolean {
  return writePermitted(accountId, 'account.own', () => {
    const { name } = profile;
    if ((findAccountByName(name)?.id ?? accountId) !== accountId) return false;
    // People sign in with their name and password, so the key follows the name.
    const key = findPasswordHash(accountId) === undefined ? {} : { signInKey: signInKey(name) };
    const row = { ...profile, ...key, updatedAt: new Date() };
    database().update(accounts).set(row).where(eq(accounts.id, accountId)).run();
    return true;
  });
}
