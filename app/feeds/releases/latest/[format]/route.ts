import { serveFeed } from '@/app/feeds/serve';
import { listLatestReleases } from '@/db/queries/feeds';
import { releaseItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

const LENGTH = 30;

export const GET = serveFeed('/feeds/releases/latest/[format]', () => ({
  id: feedPaths.latestReleases,
  title: 'Latest releases of Django packages',
  description: 'The latest releases of Django packages, without pre-releases.',
  link: '/packages/?sort=-last_released',
  path: feedPaths.latestReleases,
  items: (base, zone) => listLatestReleases(LENGTH).map((it) => releaseItem(base, it, zone)),
}));
