import { z } from 'zod';
import { NO_GRID, single } from '@/lib/list/query';
import { facets, mapFacets, type FacetChoice, type FacetKey } from './facets';

const LONGEST = 100;

/** Whether a text is a valid facet value. */
export const isFacetValue = (text: string) => text.length <= LONGEST && !text.includes('\0');

/** A facet value; invalid ones count as absent. */
const value = single.transform((text = '') =>
  text === '' || !isFacetValue(text) ? undefined : text,
);

const each = z.object(mapFacets(() => value));

/** The facet values chosen by query parameters such as `django=5.2`. */
export const facetChoice = each.transform((chosen): FacetChoice => {
  const known = Object.entries(chosen).filter(([, text]) => text !== undefined);
  return Object.fromEntries(known);
});

/** Whether the packages that match a choice change with time alone. */
export const movesWithTime = (choice: FacetChoice): boolean =>
  facets.some(({ key, bucketOf }) => bucketOf && choice[key] !== undefined);

/** The choice with one facet replaced. Parameters are always in the same order, so that each view has one URL. */
export function choose(
  choice: FacetChoice,
  key: FacetKey,
  chosen: string | undefined,
): FacetChoice {
  const all = { ...choice, [key]: chosen };
  return Object.fromEntries(
    facets.flatMap((facet) => {
      const kept = all[facet.key];
      return kept === undefined ? [] : [[facet.key, kept]];
    }),
  );
}

/** Drops unknown categories and grids from the choice; djangopackages.org uses `category=all` for all. */
export function dropUnknown(choice: FacetChoice, titles: Map<string, string>): FacetChoice {
  const { category, grid } = choice;
  const isThere = (key: FacetKey, slug = '') => titles.has(`${key} ${slug}`);
  const checked = isThere('category', category) ? choice : choose(choice, 'category', undefined);
  return grid === NO_GRID || isThere('grid', grid) ? checked : choose(checked, 'grid', undefined);
}
