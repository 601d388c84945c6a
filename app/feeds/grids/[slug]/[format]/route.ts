import { serveFeed } from '@/app/feeds/serve';
import { listJoinedPackages, listReleasesOfGrid } from '@/db/queries/feeds';
import { findGrid } from '@/db/queries/grids';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { joinedItem, releaseItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

const LENGTH = 30;

/** Feed for people who chose among these packages: new alternatives, and releases of all. */
export const GET = serveFeed(
  '/feeds/grids/[slug]/[format]',
  ({ slug }: { slug: string; format: string }) => {
    const grid = findGrid(slug);
    if (!grid) {
      const present = findGridSlug(slug);
      return present === undefined ? undefined : { movedTo: feedPaths.grid(present) };
    }
    const { id, feedId, title, modifiedAt } = grid;
    return {
      id: `/api/v4/grids/${feedId ?? id}/#news`,
      title: `${title}: releases and new packages`,
      description: `Releases of the packages compared in ${title}, and packages added to it.`,
      link: `/grids/g/${slug}/`,
      path: feedPaths.grid(slug),
      changedAt: modifiedAt,
      items: (base, zone) =>
        [
          ...listJoinedPackages(id, LENGTH).map((it) => joinedItem(base, it)),
          ...listReleasesOfGrid(id, LENGTH).map((it) => releaseItem(base, it, zone)),
        ]
          .sort((a, b) => b.at - a.at)
          .slice(0, LENGTH),
    };
  },
);
