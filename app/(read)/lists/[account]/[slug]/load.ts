import { findNamedList } from '@/db/queries/named-lists';
import { findProfile } from '../../../profiles/[account]/load';

interface Viewer {
  id: string;
}

/** The list in a path and its owner; undefined if there is none, if it is private and not the viewer's, or if its owner is banned. */
export function findShownList(
  { account, slug }: { account: string; slug: string },
  viewer: Viewer | undefined,
) {
  const owner = findProfile(account);
  if (owner?.bannedAt !== null) return undefined;
  const list = findNamedList(owner.id, slug);
  if (!list || (list.isPrivate && viewer?.id !== owner.id)) return undefined;
  return { owner, list };
}
