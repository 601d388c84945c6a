import { headers } from 'next/headers';
import { cache } from 'react';
import { auth } from '@/db/auth';
import { findActiveAccount, type Account } from '@/db/queries/accounts';
import { countWaiting } from '@/db/queries/moderation';
import { mayDo } from '@/lib/accounts/permissions';
import { hasSession } from '@/lib/http/session-cookie';

/**
 * The account that is signed in; undefined if nobody is, or the account is banned or deleted. Role and name are read from the database, not
 * from the session, so a change holds at the next request. The cache never gets a page that depends on it: a request with a session cookie
 * is private, and cookies of others are not passed on.
 */
export const currentAccount = cache(async (): Promise<Account | undefined> => {
  const session = await currentSession();
  return session && findActiveAccount(session.userId);
});

/** What the header shows of the account that is signed in: for moderators, also how much waits for them. */
export const headerAccount = cache(async () => {
  const account = await currentAccount();
  if (!mayDo(account, 'change.review')) return account;
  const { changes, held, flags, examples } = countWaiting();
  return account && { ...account, waiting: changes + held + flags + examples };
});

/** The session of the request. */
export const currentSession = cache(async () => {
  const given = await headers();
  if (!hasSession(given.get('cookie') ?? undefined)) return undefined;
  const found = await auth().api.getSession({ headers: given });
  return found?.session;
});
