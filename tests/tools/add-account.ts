import { database } from '@/db/client';
import { accounts } from '@/db/schema';
import type { Role } from '@/lib/accounts/roles';

/** Adds an account without a way to sign in, and returns its id, which is its name. */
export function insertAccount(name: string, role: Role = 'editor', createdAt = new Date()): string {
  database()
    .insert(accounts)
    .values({
      id: name,
      name,
      signInKey: `${name}@local.invalid`,
      role,
      createdAt,
      updatedAt: createdAt,
    })
    .run();
  return name;
}
