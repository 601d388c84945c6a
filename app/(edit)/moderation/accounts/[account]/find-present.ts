import { findAccountByName } from '@/db/queries/accounts';

/** An account that has not been deleted, by its name. */
export function findPresent(name: string) {
  const account = findAccountByName(name);
  return account?.deletedAt === null ? account : undefined;
}
