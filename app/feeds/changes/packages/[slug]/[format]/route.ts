import { serveFeed } from '@/app/feeds/serve';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { feedPaths } from '@/lib/feeds/links';
import { listChangeEntries } from '../../../entries';

export const GET = serveFeed(
  '/feeds/changes/packages/[slug]/[format]',
  ({ slug }: { slug: string; format: string }) => {
    const found = findPackage(slug);
    if (!found) {
      const present = findPackageSlug(slug);
      return present === undefined ? undefined : { movedTo: feedPaths.packageChanges(present) };
    }
    const { id, feedId, title, modifiedAt } = found.package;
    return {
      id: `/api/v4/packages/${feedId ?? id}/#changes`,
      title: `${title}: changes`,
      description: `What changed in the entry of ${title}, by whom and why.`,
      link: `/packages/p/${slug}/history/`,
      path: feedPaths.packageChanges(slug),
      changedAt: modifiedAt,
      items: (base) => listChangeEntries(base, { of: 'package', id }),
    };
  },
);
