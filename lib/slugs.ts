import { z } from 'zod';

/** More than any comparison holds, so that a page can say how many are too many. */
const MOST_SLUGS = 200;

const isSlug = (text: string) => /^[\w-]{1,200}$/.test(text);

/** The slugs in a text, apart by commas: each once, in the order given, and what can't be a slug left out. */
export function readSlugs(text: string): string[] {
  const all = text.split(',').map((slug) => slug.trim());
  return [...new Set(all)].filter((slug) => isSlug(slug)).slice(0, MOST_SLUGS);
}

/** Slugs as a search parameter, apart by commas or in several parameters of one name. */
export const slugList = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((given) => readSlugs([given ?? []].flat().join(',')));
