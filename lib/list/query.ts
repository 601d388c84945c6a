import { z } from 'zod';

/** Maximum length of a search, in UTF-16 code units; longer ones are cut, and the page says so. */
export const MAX_SEARCH_LENGTH = 200;

/** A search parameter as Next passes it; the last value if it is repeated. */
export const single = z
  .union([z.string(), z.array(z.string()).transform((all) => all.at(-1))])
  .optional()
  .catch(undefined);

export const searchText = single.transform((text = '') => {
  const clean = text.replaceAll('\0', '').trim();
  // Don't leave half of a surrogate pair at the end.
  const q = clean.slice(0, MAX_SEARCH_LENGTH).replace(/[\ud800-\udbff]$/, '');
  return { q, isCut: clean.length > MAX_SEARCH_LENGTH };
});

/** Value of the parameter `grid` for packages that are in no grid. No grid has this slug. */
export const NO_GRID = 'none' as const;

const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1);
const page = single.transform((text) => pageNumber.parse(text));

/** The query of a list page; each invalid value falls back to its default independently of the others. */
export function listQuery<Sort extends string>(sorts: readonly Sort[], defaultSort: NoInfer<Sort>) {
  const sort = single.transform((key) => sorts.find((it) => it === key) ?? defaultSort);
  return z.object({
    q: searchText,
    sort,
    page,
    category: single.transform((slug) => slug ?? ''),
  });
}

/** The query of a list with a single sort order. */
export const pageQuery = z.object({ page });

export const searchQuery = z.object({ q: searchText });
