import { eq } from 'drizzle-orm';
import type { Role } from '@/lib/accounts/roles';
import { database } from '../client';
import { accounts } from '../schema';

/** Changes the role of an account. */
export function setRole(id: string, role: Role): void {
  database().update(accounts).set({ role }).where(eq(accounts.id, id)).run();
}
