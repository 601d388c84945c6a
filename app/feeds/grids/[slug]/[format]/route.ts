import { serveFeed } from '@/app/feeds/serve';
import { listJoinedPackages, listReleasesOfGrid } from '@/db/queries/feeds';
import { findGrid, findRenamedGrid } from '@/db/queries/grids';
import { joinedItem, releaseItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

const LENGTH = 30;

/** What someone who has chosen among these packages wants to hear: a new rival, and a release of any. */
export const GET = serveFeed(({ slug }: { slug: string; format: string }) => {
  const grid = findGrid(slug);
  if (!grid) {
    const present = findRenamedGrid(slug);
    return present === undefined ? undefined : { movedTo: feedPaths.grid(present) };
  }
  const { id, title, modifiedAt } = grid;
  return {
    id: `/api/v4/grids/${id}/#news`,
    title: `${title}: releases and new packages`,
    description: `Releases of the packages that are compared in ${title}, and packages that joined them.`,
    link: `/grids/g/${slug}/`,
    path: feedPaths.grid(slug),
    changedAt: modifiedAt,
    items: (base) =>
      [
        ...listJoinedPackages(id, LENGTH).map((it) => joinedItem(base, it)),
        ...listReleasesOfGrid(id, LENGTH).map((it) => releaseItem(base, it)),
      ]
        .sort((a, b) => b.at - a.at)
        .slice(0, LENGTH),
  };
});
