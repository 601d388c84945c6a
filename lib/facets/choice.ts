import { z } from 'zod';
import { NO_GRID, single } from '@/lib/list-query';
import { facets, type FacetChoice, type FacetKey } from './facets';

const LONGEST = 100;

/** A value of a facet; one that can't be any is as if it were absent. */
const value = single.transform((text) =>
  text === undefined || text === '' || text.length > LONGEST || text.includes('\0')
    ? undefined
    : text,
);

const each = z.object(Object.fromEntries(facets.map(({ key }) => [key, value])));

/** The values that a query chooses, as parameters such as `django=5.2`. */
export const facetChoice = each.transform((chosen): FacetChoice => {
  const known = Object.entries(chosen).filter(([, it]) => it !== undefined);
  return Object.fromEntries(known);
});

/** The same choice but for one facet, its parameters always in the same order, so that one view has one address. */
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

/** The same choice without categories and grids that are not there; djangopackages.org says `category=all` for all. */
export function dropUnknown(choice: FacetChoice, titles: Map<string, string>): FacetChoice {
  const { category, grid } = choice;
  const isThere = (key: FacetKey, slug = '') => titles.has(`${key} ${slug}`);
  const checked = isThere('category', category) ? choice : choose(choice, 'category', undefined);
  return grid === NO_GRID || isThere('grid', grid) ? checked : choose(checked, 'grid', undefined);
}
