import { and, eq } from 'drizzle-orm';
import type { Role } from '@/lib/accounts/roles';
import { auth, signInKey } from '../auth';
import { database } from '../client';
import { findPasswordHash } from '../queries/credentials';
import { credentials } from '../schema';
import { endSessions } from '../sessions';
import { setRole } from './roles';

/** Adds an account that signs in with a password. The name must be free. */
export async function addAccount(name: string, password: string, role: Role): Promise<void> {
  const { user } = await auth().api.signUpEmail({
    body: { name, email: signInKey(name), password },
  });
  setRole(user.id, role);
  // better-auth also signs the account in, with a session that nobody uses.
  endSessions(user.id);
}

/**
 * Replaces the password of an account, and ends its sessions, except one if given. Returns false if it has none, because it signs in
 * through a provider.
 */
export async function setPassword(
  id: string,
  password: string,
  exceptSessionId?: string,
): Promise<boolean> {
  const { password: hasher } = await auth().$context;
  const hash = await hasher.hash(password);
  const isPassword = eq(credentials.providerId, 'credential');
  const { changes } = database()
    .update(credentials)
    .set({ password: hash })
    .where(and(eq(credentials.userId, id), isPassword))
    .run();
  endSessions(id, exceptSessionId);
  return changes > 0;
}

/** Whether this is the password of an account. */
export async function isPasswordOf(id: string, password: string): Promise<boolean> {
  const hash = findPasswordHash(id);
  if (hash === undefined) return false;
  const { password: hasher } = await auth().$context;
  return hasher.verify({ hash, password });
}
