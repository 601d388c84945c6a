import { serveFeed } from '@/app/feeds/serve';
import { findGrid } from '@/db/queries/grids';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { feedPaths } from '@/lib/feeds/links';
import { listChangeEntries } from '../../../entries';

export const GET = serveFeed(
  '/feeds/changes/grids/[slug]/[format]',
  ({ slug }: { slug: string; format: string }) => {
    const grid = findGrid(slug);
    if (!grid) {
      const present = findGridSlug(slug);
      return present === undefined ? undefined : { movedTo: feedPaths.gridChanges(present) };
    }
    const { id, feedId, title, modifiedAt } = grid;
    return {
      id: `/api/v4/grids/${feedId ?? id}/#changes`,
      title: `${title}: changes`,
      description: `What changed in the grid ${title}, by whom and why.`,
      link: `/grids/g/${slug}/history/`,
      path: feedPaths.gridChanges(slug),
      changedAt: modifiedAt,
      items: (base) => listChangeEntries(base, { of: 'grid', id }),
    };
  },
);
