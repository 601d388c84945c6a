import { listFacetTitles, MOST_FACETED } from '@/db/queries/facets';
import {
  countPackages,
  listPackages,
  listPackagesOf,
  type PackageFilter,
} from '@/db/queries/packages';
import { findAndCount, listHits, listHitsBy, tallyPackages } from '@/db/queries/search';
import { dropUnknown, facetChoice } from '@/lib/facets/choice';
import type { FacetChoice } from '@/lib/facets/facets';
import type { Tally } from '@/lib/facets/tally';
import { viewFacets } from '@/lib/facets/view';
import { listQuery, NO_GRID, searchQuery } from '@/lib/list/query';
import { pageOf, type Paging } from '@/lib/list/paging';
import type { PackageFilters } from '@/lib/search/engine';
import { readQuery } from '@/lib/search/query';
import {
  DEFAULT_PACKAGE_SORT,
  packageSorts,
  RELEVANCE,
  type PackageSort,
} from '@/lib/list/sort-orders';
import { now } from '@/lib/time';

const PAGE_SIZE = 20;

const plainQuery = listQuery(packageSorts, DEFAULT_PACKAGE_SORT);
const foundQuery = listQuery([RELEVANCE, ...packageSorts], RELEVANCE);

/** Scope of a list, if not the whole site: the slug of a category, or a grid. */
export interface Within {
  category?: string;
  grid?: { id: number; slug: string };
}

/** Loads a page of a package list, as filtered, sorted and paged by the query, with its available facets. */
export function loadPackages(within: Within, query: unknown) {
  const { q: search } = searchQuery.parse(query);
  const { sort, page: requestedPage } = (search.q === '' ? plainQuery : foundQuery).parse(query);
  const titles = listFacetTitles();
  const fixed = fixedChoice(within);
  const chosen = dropUnknown(facetChoice.parse(query), titles);
  const choice = { ...chosen, ...fixed };
  const filters = { choice, isActiveOnly: true, now: now() };
  const filter = search.q === '' ? plainFilter(choice, within) : undefined;
  const { tally, total, read, corrected, isRelaxed } =
    filter && sort !== RELEVANCE
      ? plainList(filter, sort, filters)
      : foundList(search.q, sort, filters);
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  const packages = read(paging);
  const facets = viewFacets(tally, { choice, titles, fixed });
  const inNone = tally.counts.get('grid')?.get(NO_GRID) ?? 0;
  return {
    search,
    sort,
    requestedPage,
    chosen,
    total,
    paging,
    packages,
    facets,
    isPart: isPart(tally),
    inNone,
    corrected,
    isRelaxed,
  };
}

const fixedChoice = ({ category, grid }: Within): FacetChoice => ({
  ...(category !== undefined && { category }),
  ...(grid !== undefined && { grid: grid.slug }),
});

/** Returns the choice as a filter that is indexed in every sort order; undefined if it needs more than that. */
function plainFilter({ category, grid, ...others }: FacetChoice, within: Within) {
  const isPlain = Object.keys(others).length === 0;
  const isKnown = grid === undefined || grid === NO_GRID || grid === within.grid?.slug;
  if (!isPlain || !isKnown) return undefined;
  const filter: PackageFilter = { category, grid: grid === NO_GRID ? grid : within.grid?.id };
  return filter;
}

/** A list, before pagination. */
interface PackageList {
  tally: Tally;
  total: number;
  corrected: string[] | undefined;
  isRelaxed: boolean;
  read: (paging: Paging) => ReturnType<typeof listPackages>;
}

const isPart = ({ size }: Tally) => size >= MOST_FACETED;

function plainList(filter: PackageFilter, sort: PackageSort, filters: PackageFilters): PackageList {
  const tally = tallyPackages(filters);
  return {
    tally,
    total: isPart(tally) ? countPackages(filter) : tally.numbers.length,
    corrected: undefined,
    isRelaxed: false,
    read: (paging) => listPackages(filter, sort, paging),
  };
}

function foundList(
  q: string,
  sort: PackageSort | typeof RELEVANCE,
  filters: PackageFilters,
): PackageList {
  const found = findAndCount(readQuery(q), { ...filters, titlePart: q });
  return {
    ...found,
    total: found.hits.length + found.rest.length,
    read: (paging) => {
      const hits = sort === RELEVANCE ? listHits(found, paging) : listHitsBy(found, sort, paging);
      return listPackagesOf(hits.map(({ id }) => id));
    },
  };
}
