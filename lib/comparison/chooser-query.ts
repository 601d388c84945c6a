import { z } from 'zod';
import { searchText, single } from '@/lib/list/query';
import { slugList } from '@/lib/package/slugs';

/** Query parameters of the package chooser: ticked packages, whether to add more, and search words. */
export const chooserQuery = z.object({
  package: slugList,
  more: single.transform((text) => text !== undefined),
  find: searchText,
});
