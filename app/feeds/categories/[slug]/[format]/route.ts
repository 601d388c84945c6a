import { serveFeed } from '@/app/feeds/serve';
import { findCategory } from '@/db/queries/categories';
import { listNewestPackagesOf } from '@/db/queries/feeds';
import { packageItem } from '@/lib/feeds/items';
import { feedPaths } from '@/lib/feeds/links';

const LENGTH = 30;

export const GET = serveFeed(
  '/feeds/categories/[slug]/[format]',
  ({ slug }: { slug: string; format: string }) => {
    const category = findCategory(slug);
    if (!category) return undefined;
    const { id, feedId, title, titlePlural, modifiedAt } = category;
    const plural = titlePlural || title;
    return {
      id: `/api/v4/categories/${feedId ?? id}/#packages`,
      title: `${plural}: Django packages added`,
      description: `New packages in the category ${plural}.`,
      link: `/categories/${slug}/`,
      path: feedPaths.category(slug),
      changedAt: modifiedAt,
      items: (base) => listNewestPackagesOf(id, LENGTH).map((it) => packageItem(base, it)),
    };
  },
);
