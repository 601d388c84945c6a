import { eq } from 'drizzle-orm';
import { PermissionError, type PermissionName } from '@/lib/accounts/permissions';
import { includesRole, type Role } from '@/lib/accounts/roles';
import { MissingError } from '@/lib/edits/missing';
import { RefusedError } from '@/lib/edits/refused';
import { database } from '../client';
import { findAccount } from '../queries/accounts';
import { accounts, type Account } from '../schema';
import { endSessions } from '../sessions';
import type { Edit } from './edit';
import { declineHeldEditsOf } from './held';
import { writePermitted } from './permitted';
import { setRole } from './roles';

/**
 * Bans an account: ends its sessions, and declines its edits that wait. Nobody can ban an account of their own role or a higher one, so the
 * last admin stays.
 *
 * @throws {MissingError} if there is no such account
 * @throws {RefusedError} if its role is not below that of the moderator
 */
export function banAccount(by: Edit, id: string, reason: string): void {
  onLower(by, 'account.ban', id, () => {
    update(id, { bannedAt: by.now, banReason: reason });
    declineHeldEditsOf(by, id);
  });
  // A banned account counts as signed out from now on; this also forgets its sessions.
  endSessions(id);
}

/**
 * Ends the ban of an account.
 *
 * @throws {MissingError} if there is no such account
 * @throws {RefusedError} if its role is not below that of the moderator
 */
export function unbanAccount(by: Edit, id: string): void {
  onLower(by, 'account.ban', id, () => {
    update(id, { bannedAt: null, banReason: '' });
  });
}

/**
 * Changes the role of an account, at most to that of the admin who does it.
 *
 * @throws {MissingError} if there is no such account
 * @throws {RefusedError} if its role is not below that of the admin
 */
export function changeRole(by: Edit, id: string, role: Role): void {
  onLower(by, 'account.role', id, (actor) => {
    if (!includesRole(actor.role, role)) throw new PermissionError('account.role', false);
    setRole(id, role);
  });
}

function onLower(
  by: Edit,
  permission: PermissionName,
  id: string,
  work: (actor: Account) => void,
): void {
  writePermitted(by.accountId, permission, (actor) => {
    const account = findAccount(id);
    if (account?.deletedAt !== null) throw new MissingError('There is no such account.');
    if (includesRole(account.role, actor.role)) {
      throw new RefusedError(`${account.name} is ${account.role}, so your role can’t do that.`);
    }
    work(actor);
  });
}

const update = (id: string, columns: Partial<typeof accounts.$inferInsert>) =>
  database().update(accounts).set(columns).where(eq(accounts.id, id)).run();
