import type { Result } from '@/components/search/results';
import { listFacetTitles, MOST_FACETED } from '@/db/queries/facets';
import { findAndCount, listHits, listHitsBy, listSuggestions } from '@/db/queries/search';
import { listFoundGrids, listFoundPackages } from '@/db/queries/search-results';
import { dropUnknown, facetChoice } from '@/lib/facets/choice';
import { viewFacets } from '@/lib/facets/view';
import { listQuery } from '@/lib/list/query';
import { pageOf } from '@/lib/list/paging';
import { listPackageNumbers, type Hit } from '@/lib/search/engine';
import { readQuery } from '@/lib/search/query';
import { packageSorts, RELEVANCE } from '@/lib/list/sort-orders';
import { now } from '@/lib/time';

const PAGE_SIZE = 20;

const MOST_NEAREST = 6;

/** Length of word prefixes used to find similar names if nothing matches. */
const SHORT = 3;

const resultsQuery = listQuery([RELEVANCE, ...packageSorts], RELEVANCE);

/** Loads a page of search results with its facets. Results sorted by a figure have no grids, which have no figures. */
export function loadResults(query: unknown) {
  const { q: search, sort, page: requestedPage } = resultsQuery.parse(query);
  const titles = listFacetTitles();
  const choice = dropUnknown(facetChoice.parse(query), titles);
  const found = findAndCount(readQuery(search.q), { choice, isActiveOnly: false, now: now() });
  const packages = listPackageNumbers(found).length;
  const total = sort === RELEVANCE ? found.hits.length + found.rest.length : packages;
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
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
    groups: found.terms.groups,
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
