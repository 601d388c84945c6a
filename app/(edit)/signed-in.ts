import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentAccount } from '@/app/session';
import type { Account } from '@/db/queries/accounts';

/** Whom a form is shown to again if their session ended while it was open: an account that owns nothing, with the fewest permissions. */
const signedOut: Account = {
  ...{ id: '', name: '', signInKey: '', emailVerified: false, image: null, role: 'new' },
  ...{ createdAt: new Date(0), updatedAt: new Date(0), bannedAt: null, banReason: '' },
  ...{ deletedAt: null, about: '', githubAccount: null, gitlabAccount: null },
  ...{ bitbucketAccount: null, sharesFavorites: false, feedToken: null },
};

/**
 * The account that is signed in; others are sent to sign in first and then come back to `path`. After a form was submitted it returns an
 * account without a record instead, so that the page shows the form with what was typed and that nobody is signed in.
 */
export async function signedIn(path: string): Promise<Account> {
  const account = await currentAccount();
  if (account) return account;
  const type = (await headers()).get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return signedOut;
  redirect(`/login/?next=${encodeURIComponent(path)}`);
}
