import { z } from 'zod';

/** Longer searches are cut, and the page says so. */
export const MAX_SEARCH_LENGTH = 200;

/** A search parameter as Next gives it; of a repeated one the last counts. */
export const single = z
  .union([z.string(), z.array(z.string()).transform((all) => all.at(-1))])
  .optional()
  .catch(undefined);

export const searchText = single.transform((text = '') => {
  const clean = text.replaceAll('\0', '').trim();
  // A character beyond the basic plane is two units long, and half of one is none.
  const q = clean.slice(0, MAX_SEARCH_LENGTH).replace(/[\ud800-\udbff]$/, '');
  return { q, isCut: clean.length > MAX_SEARCH_LENGTH };
});

/** What the parameter `grid` says for the packages that stand in no grid. No grid has it for a slug. */
export const NO_GRID = 'none' as const;

const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1);
const page = single.transform((text) => pageNumber.parse(text));

/** The query of a list page: each value that can't be used falls back by itself and leaves the others alone. */
export function listQuery<Sort extends string>(sorts: readonly Sort[], defaultSort: NoInfer<Sort>) {
  const sort = single.transform((key) => sorts.find((it) => it === key) ?? defaultSort);
  return z.object({
    q: searchText,
    sort,
    page,
    category: single.transform((slug) => slug ?? ''),
  });
}

/** The query of a list that has but one order. */
export const pageQuery = z.object({ page });

export const searchQuery = z.object({ q: searchText });
