import { serveFeed } from '@/app/feeds/serve';
import { listReleasesOfPackage } from '@/db/queries/feeds';
import { findPackage, findRenamedPackage } from '@/db/queries/packages';
import { releaseItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

const LENGTH = 30;

/** Below `p`, as pages of packages are, so that no slug can be taken for `latest`. */
export const GET = serveFeed(({ slug }: { slug: string; format: string }) => {
  const found = findPackage(slug);
  if (!found) {
    const present = findRenamedPackage(slug);
    return present === undefined ? undefined : { movedTo: feedPaths.package(present) };
  }
  const { id, title, modifiedAt } = found.package;
  return {
    id: `/api/v4/packages/${id}/#releases`,
    title: `Releases of ${title}`,
    description: `The latest releases of ${title}, pre-releases among them.`,
    link: `/packages/p/${slug}/`,
    path: feedPaths.package(slug),
    changedAt: modifiedAt,
    items: (base) => listReleasesOfPackage(id, LENGTH).map((it) => releaseItem(base, it)),
  };
});
