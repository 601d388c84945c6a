import { listFacetTitles, MOST_FACETED } from '@/db/queries/facet-rows';
import { findAndCount, listHits, listHitsBy, type Found } from '@/db/queries/find';
import {
  countPackages,
  listPackages,
  listPackagesOf,
  type PackageFilter,
} from '@/db/queries/packages';
import { dropUnknown, facetChoice } from '@/lib/facets/choice';
import type { FacetChoice } from '@/lib/facets/facets';
import { viewFacets } from '@/lib/facets/view';
import { listQuery, NO_GRID, searchQuery } from '@/lib/list-query';
import { pageOf, type Paging } from '@/lib/paging';
import { readQuery } from '@/lib/search/query';
import { DEFAULT_PACKAGE_SORT, packageSorts, RELEVANCE, type PackageSort } from '@/lib/sort-orders';
import { now } from '@/lib/time';

const PAGE_SIZE = 20;

const plainQuery = listQuery(packageSorts, DEFAULT_PACKAGE_SORT);
const foundQuery = listQuery([RELEVANCE, ...packageSorts], RELEVANCE);

/** What a page with a list is about, if not the whole site: the slug of a category, or a grid. */
export interface Within {
  category?: string;
  grid?: { id: number; slug: string };
}

/** A page of the packages of a list, in the state that a query asks for, and what else can be chosen. */
export function loadPackages(within: Within, query: unknown) {
  const { q: search } = searchQuery.parse(query);
  const { sort, page: asked } = (search.q === '' ? plainQuery : foundQuery).parse(query);
  const titles = listFacetTitles();
  const fixed = fixedChoice(within);
  const chosen = dropUnknown(facetChoice.parse(query), titles);
  const choice = { ...chosen, ...fixed };
  const found = findAndCount(readQuery(search.q), { choice, isActiveOnly: true, now: now() });
  const list = search.q === '' ? plainFilter(choice, within) : undefined;
  const isPart = found.tally.size >= MOST_FACETED;
  const total = list && isPart ? countPackages(list) : found.hits.length + found.rest.length;
  const paging = pageOf(total, asked, PAGE_SIZE);
  const packages =
    list && sort !== RELEVANCE ? listPackages(list, sort, paging) : listFound(found, sort, paging);
  const facets = viewFacets(found.tally, { choice, titles, fixed });
  const inNone = found.tally.counts.get('grid')?.get(NO_GRID) ?? 0;
  const { corrected, isRelaxed } = found;
  return {
    search,
    sort,
    asked,
    chosen,
    total,
    paging,
    packages,
    facets,
    isPart,
    inNone,
    corrected,
    isRelaxed,
  };
}

const fixedChoice = ({ category, grid }: Within): FacetChoice => ({
  ...(category !== undefined && { category }),
  ...(grid !== undefined && { grid: grid.slug }),
});

/** A choice as a filter of which every order has an index; undefined where it asks for more. */
function plainFilter({ category, grid, ...others }: FacetChoice, within: Within) {
  const isPlain = Object.keys(others).length === 0;
  const isKnown = grid === undefined || grid === NO_GRID || grid === within.grid?.slug;
  if (!isPlain || !isKnown) return undefined;
  const filter: PackageFilter = { category, grid: grid === NO_GRID ? grid : within.grid?.id };
  return filter;
}

function listFound(found: Found, sort: PackageSort | typeof RELEVANCE, paging: Paging) {
  const hits = sort === RELEVANCE ? listHits(found, paging) : listHitsBy(found, sort, paging);
  return listPackagesOf(hits.map(({ id }) => id));
}
