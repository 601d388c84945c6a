import { and, eq } from 'drizzle-orm';
import type { Role } from '@/lib/accounts/roles';
import { auth, signInKey } from '../auth';
import { database } from '../client';
import { credentials } from '../schema';
import { setRole } from './roles';

/** Adds an account that signs in with a password. The name must be free. */
export async function addAccount(name: string, password: string, role: Role): Promise<void> {
  const { user } = await auth().api.signUpEmail({
    body: { name, email: signInKey(name), password },
  });
  setRole(user.id, role);
}

/** Replaces the password of an account, and ends its sessions. Returns false if it has none, because it signs in through a provider. */
export async function setPassword(id: string, password: string): Promise<boolean> {
  const { password: hasher, internalAdapter } = await auth().$context;
  const hash = await hasher.hash(password);
  const isPassword = eq(credentials.providerId, 'credential');
  const { changes } = database()
    .update(credentials)
    .set({ password: hash })
    .where(and(eq(credentials.userId, id), isPassword))
    .run();
  await internalAdapter.deleteUserSessions(id);
  return changes > 0;
}
