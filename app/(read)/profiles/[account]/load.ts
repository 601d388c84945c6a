import { findAccountByName } from '@/db/queries/accounts';

/** The account with a name, unless it has been deleted. */
export function findProfile(name: string) {
  const account = findAccountByName(name);
  return account?.deletedAt === null ? account : undefined;
}
