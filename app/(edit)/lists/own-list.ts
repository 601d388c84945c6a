import { notFound } from 'next/navigation';
import { findAccountByName } from '@/db/queries/accounts';
import { findNamedList } from '@/db/queries/named-lists';
import { signedIn } from '../signed-in';

/** The list in a path, if it is the user's own; for others, it doesn't exist, whether it is private or not. */
export async function findOwnList(path: { account: string; slug: string }, page: string) {
  const account = await signedIn(`/lists/${path.account}/${path.slug}/${page}/`);
  const owner = findAccountByName(path.account);
  const list = owner && findNamedList(owner.id, path.slug);
  if (list?.accountId !== account.id) notFound();
  return { account, list };
}
