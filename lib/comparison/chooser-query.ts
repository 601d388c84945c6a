import { z } from 'zod';
import { searchText, single } from '@/lib/list-query';
import { slugList } from '@/lib/slugs';

/** The query of the page that chooses packages: those ticked, whether more are wanted, and the words to find them by. */
export const chooserQuery = z.object({
  package: slugList,
  more: single.transform((text) => text !== undefined),
  find: searchText,
});
