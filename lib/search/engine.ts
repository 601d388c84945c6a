import type { FacetChoice } from '@/lib/facets/facets';
import type { FacetScope } from '@/lib/facets/table';
import { tally, type Tally } from '@/lib/facets/tally';
import type { Page } from '@/lib/list/paging';
import type { PackageSort } from '@/lib/list/sort-orders';
import type { Micros } from '@/lib/time';
import { documentOfNumber, isGrid, type Kind } from './document-number';
import { queryGroups } from './hold';
import { interpret, MOST_RANKED, type Interpretation } from './interpret';
import { listNearestNames, type NearestOptions } from './nearest';
import { readQuery, type SearchQuery } from './query';
import { rank, type Ranking, type SearchTerms } from './rank';
import type { SearchIndex } from './search-index';
import { select, selectFiltered, type Selection } from './select';
import { listSuggestions } from './suggestions';
import { withoutPrefix } from './tokens';

/** Maximum number of matches checked against a query's conditions if facets aren't counted. */
const MOST_FILTERED = 7000;

/** Maximum number of grids in a list of grids. */
const MOST_GRIDS = 2000;

/** More packages than any catalogue has, since filtering by ids needs every match. */
const EVERY = 1_000_000;

/** Maximum number of answering grids (those that compare what was searched for) whose packages are boosted. */
const MOST_ANSWERS = 2;

export interface Hit extends Ranking {
  kind: Kind;
  id: number;
  /** Document number. */
  number: number;
  slug: string;
  title: string;
}

/** Filters on packages in addition to the query; grids are excluded if any filter is set. */
export interface PackageFilters extends FacetScope {
  choice: FacetChoice;
  now: Micros;
  /** Also match packages with this text anywhere in their title, even within a word. */
  titlePart?: string;
}

export interface SearchResults {
  /** The best matches, ranked. */
  hits: Hit[];
  /** Document numbers of all other matching packages, best known first; empty unless facets were counted. */
  rest: number[];
  /** Number of matching packages and grids, up to a limit if facets weren't counted. */
  counts: Record<Kind, number>;
  /** The query's words after spelling correction; undefined if nothing was corrected. */
  corrected: string[] | undefined;
  /** Whether no record has all the words, so the results match only some of them. */
  isRelaxed: boolean;
  terms: SearchTerms;
}

const kinds: Kind[] = ['package', 'grid'];

const noFilters: PackageFilters = { choice: {}, isActiveOnly: false, now: 0, most: MOST_FILTERED };

/** The site's search on an index: finds, ranks, filters and counts by facet. */
export function searchEngine(index: SearchIndex) {
  /** Search results for a query, best first. */
  function findHits(query: SearchQuery): SearchResults {
    if (query.conditions.length > 0) return findAndCount(query, noFilters);
    const interpretation = interpret(index, query, { kinds, most: MOST_RANKED, titlePart: '' });
    return resultsOf(query, interpretation, select(index, interpretation.matches));
  }

  /** All search results that pass the filters, with facet counts; grids only if there are no filters or conditions. */
  function findAndCount(
    query: SearchQuery,
    filters: PackageFilters,
  ): SearchResults & { tally: Tally } {
    const { titlePart = '' } = filters;
    const interpretation = interpret(index, query, { kinds, most: MOST_RANKED, titlePart });
    const selection = selectFiltered(index, interpretation.matches, query, filters);
    return { ...resultsOf(query, interpretation, selection), tally: selection.tally };
  }

  /** Grids that match the `q` of a list of grids, best first: by its words, or by the whole text anywhere in the title. */
  function findGrids(q: string): SearchResults {
    const query = readQuery(q);
    const scope = { kinds: ['grid' as const], most: MOST_GRIDS, titlePart: q };
    const interpretation = interpret(index, query, scope);
    return resultsOf(query, interpretation, select(index, interpretation.matches));
  }

  /** All packages that match the `q` of a package list: by its words, or by the whole text anywhere in the title. Ids are unordered. */
  function findPackages(q: string, { isActiveOnly }: Pick<PackageFilters, 'isActiveOnly'>) {
    const filters = { choice: {}, isActiveOnly, now: 0, most: EVERY, titlePart: q };
    const { corrected, isRelaxed, ...results } = findAndCount(readQuery(q), filters);
    const ids = listPackageNumbers(results).map((number) => documentOfNumber(number).id);
    return { ids, corrected, isRelaxed };
  }

  function resultsOf(
    query: SearchQuery,
    interpretation: Interpretation,
    { numbers, rest, counts }: Selection,
  ): SearchResults {
    const { corrected, isRelaxed, matches } = interpretation;
    const ownTerms = searchTermsOf(query, interpretation);
    // Rank grids first, since grids that answer the query boost their packages.
    const grids = rankDocuments(ownTerms, matches.numbers.filter(isGrid)).sort(byScore);
    const answers = grids.filter((hit) => hit.isAnswer).slice(0, MOST_ANSWERS);
    const members = new Set(index.listPackageIdsIn(answers.map(({ id }) => id)));
    const terms = { ...ownTerms, members };
    const packages = rankDocuments(
      terms,
      numbers.filter((number) => !isGrid(number)),
    );
    const selected = new Set(numbers);
    const hits = [...grids.filter(({ number }) => selected.has(number)), ...packages].sort(byScore);
    return { hits, rest, counts, corrected, isRelaxed, terms };
  }

  function rankDocuments(terms: SearchTerms, numbers: number[]): Hit[] {
    return index.listCandidates(numbers).map((candidate) => {
      const { kind, id, number, slug, title } = candidate;
      return { kind, id, number, slug, title, ...rank(terms, candidate) };
    });
  }

  /** A page of results: ranked hits first, then the rest. */
  function listHits({ hits, rest, terms }: SearchResults, { offset, limit }: Page): Hit[] {
    const start = Math.max(0, offset - hits.length);
    const end = Math.max(0, offset + limit - hits.length);
    return [...hits.slice(offset, offset + limit), ...rankDocuments(terms, rest.slice(start, end))];
  }

  /** A page of the packages found, in one of the package list's sort orders. */
  function listHitsBy(results: SearchResults, sort: PackageSort, page: Page): Hit[] {
    const all = listPackageNumbers(results);
    const numbers = new Map(all.map((number) => [documentOfNumber(number).id, number]));
    const sorted = index.listSortedIds([...numbers.keys()], sort, page);
    return rankDocuments(
      results.terms,
      sorted.map((id) => numbers.get(id) ?? 0),
    );
  }

  const searched = { ...index, findHits };
  return {
    findHits,
    findAndCount,
    findGrids,
    findPackages,
    listHits,
    listHitsBy,
    /** Facet counts of all packages that pass the filters; the tally's `numbers` are package ids, not document numbers. */
    tallyPackages: ({ choice, now, ...scope }: PackageFilters): Tally =>
      tally(index.findFacetsById(scope), { choice, now }),
    listSuggestions: (text: string, limit: number) => listSuggestions(index, text, limit),
    listNearestNames: (text: string, options: NearestOptions) =>
      listNearestNames(searched, text, options),
  };
}

/** The document numbers of all packages found. */
export function listPackageNumbers({ hits, rest }: Pick<SearchResults, 'hits' | 'rest'>): number[] {
  return [...hits.filter(({ kind }) => kind === 'package').map(({ number }) => number), ...rest];
}

function searchTermsOf({ phrases }: SearchQuery, interpretation: Interpretation): SearchTerms {
  const { words, groups, isUnfinished, isTarget } = interpretation;
  const all = [...groups, ...phrases.map((phrase) => [phrase])];
  const typed = [...words, ...phrases.flat()];
  return {
    words: typed,
    joined: typed.join(''),
    joinedBare: withoutPrefix(typed).join(''),
    groups: all,
    queried: queryGroups(all),
    isUnfinished,
    isTarget,
    members: new Set(),
  };
}

const byScore = (a: Hit, b: Hit) => b.score - a.score || (a.title < b.title ? -1 : 1);
