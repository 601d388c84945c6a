import { listChangeEntries } from '@/app/feeds/changes/entries';
import { serveFeed } from '@/app/feeds/serve';
import { findAccountByFeedToken } from '@/db/queries/watches';
import { feedPaths } from '@/lib/feeds/links';

/** Feed of changes to the packages and grids that an account watches. Anyone who has its URL can read it. */
export const GET = serveFeed(
  '/feeds/watched/[token]/[format]',
  ({ token }: { token: string; format: string }) => {
    const account = findAccountByFeedToken(token);
    if (!account) return undefined;
    const { id, name, createdAt } = account;
    return {
      id: `/feeds/watched/#${encodeURIComponent(name)}`,
      title: `Watched by ${name}`,
      description: `Changes to the packages and grids that ${name} watches.`,
      link: '/watching/',
      path: feedPaths.watched(token),
      changedAt: createdAt.getTime() * 1000,
      items: (base) => listChangeEntries(base, { of: 'watched', id }),
    };
  },
);
