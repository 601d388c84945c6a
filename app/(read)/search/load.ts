import { listFacetTitles, MOST_FACETED } from '@/db/queries/facets';
import {
  findAndCount,
  listHits,
  listHitsBy,
  listNearestNames,
  listSuggestions,
} from '@/db/queries/search';
import { listFoundGrids, listFoundPackages } from '@/db/queries/search-results';
import { dropUnknown, facetChoice } from '@/lib/facets/choice';
import { viewFacets } from '@/lib/facets/view';
import { listQuery } from '@/lib/list/query';
import { pageOf } from '@/lib/list/paging';
import type { Hit } from '@/lib/search/engine';
import { readQuery } from '@/lib/search/query';
import { packageSorts, RELEVANCE } from '@/lib/list/sort-orders';
import { now } from '@/lib/time';

const PAGE_SIZE = 20;

const MOST_NEAREST = 6;

/** Maximum number of grids above the packages, and below them. */
const MOST_LEADING = 3;
const MOST_OTHERS = 6;

/** Length of word prefixes used to find similar names if nothing matches. */
const SHORT = 3;

const resultsQuery = listQuery([RELEVANCE, ...packageSorts], RELEVANCE);

/** Loads a page of the packages found, with their facets; on the first page by relevance, the grids found too. */
export function loadResults(query: unknown) {
  const { q: search, sort, page: requestedPage } = resultsQuery.parse(query);
  const titles = listFacetTitles();
  const choice = dropUnknown(facetChoice.parse(query), titles);
  const found = findAndCount(readQuery(search.q), { choice, isActiveOnly: false, now: now() });
  const grids = found.hits.filter(({ kind }) => kind === 'grid');
  const packages = found.hits.filter(({ kind }) => kind === 'package');
  const total = packages.length + found.rest.length;
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  const isFirst = sort === RELEVANCE && paging.page === 1;
  return {
    search,
    sort,
    choice,
    total,
    paging,
    counts: { package: total, grid: grids.length },
    isPart: found.tally.size >= MOST_FACETED,
    facets: viewFacets(found.tally, { choice, titles }),
    corrected: found.corrected,
    isRelaxed: found.isRelaxed,
    groups: found.terms.groups,
    packages: readPackages(
      sort === RELEVANCE
        ? listHits({ ...found, hits: packages }, paging)
        : listHitsBy(found, sort, paging),
    ),
    grids: isFirst ? splitGrids(grids, found.hits[0]) : { leading: [], others: [] },
    nearest: total + grids.length === 0 ? listNearest(search.q) : [],
  };
}

/** Grids for the top of the results, if the best match is one of those that compare what was searched for; and the other grids found. */
function splitGrids(grids: Hit[], best: Hit | undefined) {
  const answers = best?.kind === 'grid' ? grids.filter(({ isAnswer }) => isAnswer) : [];
  const leading = answers.slice(0, MOST_LEADING);
  const others = grids.filter((hit) => !leading.includes(hit)).slice(0, MOST_OTHERS);
  return { leading: readGrids(leading), others: readGrids(others) };
}

/** The records with names close to a search, or that start like one of its words. */
function listNearest(q: string) {
  const close = listNearestNames(q, { limit: MOST_NEAREST });
  const begun = q
    .split(/\s+/)
    .flatMap((word) => listSuggestions(word.slice(0, SHORT), MOST_NEAREST));
  return (close.length > 0 ? close : begun).slice(0, MOST_NEAREST);
}

function readPackages(hits: Hit[]) {
  const found = new Map(listFoundPackages(hits.map(({ id }) => id)).map((it) => [it.id, it]));
  return hits.flatMap(({ id, reason }) => {
    const it = found.get(id);
    return it ? [{ ...it, reason }] : [];
  });
}

function readGrids(hits: Hit[]) {
  const found = new Map(listFoundGrids(hits.map(({ id }) => id)).map((it) => [it.id, it]));
  return hits.flatMap(({ id }) => found.get(id) ?? []);
}
