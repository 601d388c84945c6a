import { z } from 'zod';
import { searchText, single } from '@/lib/list-query';
import { slugList } from '@/lib/slugs';

/** The fewest and the most packages that one comparison holds. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 50;

/** The one address of a comparison of these packages, whatever order they are named in. */
export function compareLink(slugs: string[]): string {
  return `/compare/${[...new Set(slugs)].sort().map(encodeURIComponent).join(',')}/`;
}

/** The query of the page that chooses packages: those ticked, whether more are wanted, and the words to find them by. */
export const chooserQuery = z.object({
  package: slugList,
  more: single.transform((text) => text !== undefined),
  find: searchText,
});
