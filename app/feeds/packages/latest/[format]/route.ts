import { serveFeed } from '@/app/feeds/serve';
import { listNewestPackages } from '@/db/queries/feeds';
import { packageItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

/** As many as in the feed of djangopackages.org. */
const LENGTH = 15;

export const GET = serveFeed('/feeds/packages/latest/[format]', () => ({
  id: feedPaths.latestPackages,
  title: 'Latest Django packages added',
  description: 'The last 15 Django packages added to the catalogue.',
  link: '/packages/latest/',
  path: feedPaths.latestPackages,
  items: (base) => listNewestPackages(LENGTH).map((it) => packageItem(base, it)),
}));
