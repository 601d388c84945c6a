import { redirect } from 'next/navigation';
import { currentAccount } from '@/app/session';
import type { Account } from '@/db/queries/accounts';

/** The account that is signed in; others are sent to sign in first and then come back to `path`. */
export async function signedIn(path: string): Promise<Account> {
  const account = await currentAccount();
  if (!account) redirect(`/login/?next=${encodeURIComponent(path)}`);
  return account;
}
