import { serveFeed } from '@/app/feeds/serve';
import { listReleasesOfPackage } from '@/db/queries/feeds';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { releaseItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

const LENGTH = 30;

/** Under `p`, like package pages, so that no slug conflicts with `latest`. */
export const GET = serveFeed(
  '/feeds/packages/p/[slug]/[format]',
  ({ slug }: { slug: string; format: string }) => {
    const found = findPackage(slug);
    if (!found) {
      const present = findPackageSlug(slug);
      return present === undefined ? undefined : { movedTo: feedPaths.package(present) };
    }
    const { id, feedId, title, modifiedAt } = found.package;
    return {
      id: `/api/v4/packages/${feedId ?? id}/#releases`,
      title: `Releases of ${title}`,
      description: `The latest releases of ${title}, including pre-releases.`,
      link: `/packages/p/${slug}/`,
      path: feedPaths.package(slug),
      changedAt: modifiedAt,
      items: (base, zone) =>
        listReleasesOfPackage(id, LENGTH).map((it) => releaseItem(base, it, zone)),
    };
  },
);
