import { serveFeed } from '@/app/feeds/serve';
import { listPosts } from '@/db/queries/posts';
import { postItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';
import { now } from '@/lib/time';

/** As many as in the feed of djangopackages.org. */
const LENGTH = 10;

/** The handler of the feed of the changelog. */
export const serveChangelog = serveFeed('/changelog/feeds/[format]', () => ({
  id: '/changelog/',
  title: 'Packgrid changelog',
  description: 'What is new on Packgrid.',
  link: '/changelog/',
  path: feedPaths.changelog,
  items: (base) =>
    listPosts(now(), { limit: LENGTH, offset: 0 }).map((post) => postItem(base, post)),
}));
