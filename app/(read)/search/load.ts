import type { Result } from '@/components/search/results';
import { listFacetTitles, MOST_FACETED } from '@/db/queries/facet-rows';
import {
  findAndCount,
  listHits,
  listHitsBy,
  listPackageNumbers,
  type Hit,
} from '@/db/queries/find';
import { listFoundGrids, listFoundPackages } from '@/db/queries/found';
import { listSuggestions } from '@/db/queries/suggest';
import { dropUnknown, facetChoice } from '@/lib/facets/choice';
import { viewFacets } from '@/lib/facets/view';
import { listQuery } from '@/lib/list-query';
import { pageOf } from '@/lib/paging';
import { readQuery } from '@/lib/search/query';
import { packageSorts, RELEVANCE } from '@/lib/sort-orders';
import { now } from '@/lib/time';

const PAGE_SIZE = 20;

const MOST_NEAREST = 6;

/** The beginnings of the words of a query, to find names that are near where nothing is found. */
const SHORT = 3;

const resultsQuery = listQuery([RELEVANCE, ...packageSorts], RELEVANCE);

/** A page of what a search finds, and what it can be narrowed by. In an order of figures it has no grids, which have none. */
export function loadResults(query: unknown) {
  const { q: search, sort, page: asked } = resultsQuery.parse(query);
  const titles = listFacetTitles();
  const choice = dropUnknown(facetChoice.parse(query), titles);
  const found = findAndCount(readQuery(search.q), { choice, isActiveOnly: false, now: now() });
  const packages = listPackageNumbers(found).length;
  const total = sort === RELEVANCE ? found.hits.length + found.rest.length : packages;
  const paging = pageOf(total, asked, PAGE_SIZE);
  const hits = sort === RELEVANCE ? listHits(found, paging) : listHitsBy(found, sort, paging);
  return {
    search,
    sort,
    choice,
    total,
    paging,
    counts: { package: packages, grid: total - packages },
    isPart: found.tally.size >= MOST_FACETED,
    facets: viewFacets(found.tally, { choice, titles }),
    corrected: found.corrected,
    isRelaxed: found.isRelaxed,
    groups: found.asked.groups,
    results: listResults(hits),
    nearest: total === 0 ? listNearest(search.q) : [],
  };
}

function listNearest(q: string) {
  return q
    .split(/\s+/)
    .flatMap((word) => listSuggestions(word.slice(0, SHORT), MOST_NEAREST))
    .slice(0, MOST_NEAREST);
}

function listResults(hits: Hit[]): Result[] {
  const idsOf = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const packages = new Map(listFoundPackages(idsOf('package')).map((it) => [it.id, it]));
  const grids = new Map(listFoundGrids(idsOf('grid')).map((it) => [it.id, it]));
  return hits.flatMap(({ kind, id, reason }): Result[] => {
    if (kind === 'package') {
      const it = packages.get(id);
      return it ? [{ kind, it, reason }] : [];
    }
    const it = grids.get(id);
    return it ? [{ kind, it, reason }] : [];
  });
}
