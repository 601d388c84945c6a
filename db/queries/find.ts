import type { FacetChoice } from '@/lib/facets/facets';
import { tally, type FacetRow, type Tally } from '@/lib/facets/tally';
import { documentOfNumber, FIRST_GRID } from '@/lib/search/document-number';
import { queryGroups } from '@/lib/search/hold';
import { readQuery, type SearchQuery } from '@/lib/search/query';
import { withoutPrefix } from '@/lib/search/tokens';
import { rank, type SearchTerms, type Ranking } from '@/lib/search/rank';
import type { PackageSort } from '@/lib/list/sort-orders';
import type { Micros } from '@/lib/time';
import { listCandidates } from './search-candidates';
import {
  listFacetRows,
  listFacetRowsById,
  listFacetRowsOf,
  listFacetTitles,
  listMatchingFacetRows,
  type FacetScope,
} from './facet-rows';
import { interpret, MOST_RANKED, type Interpretation, type Matches } from './interpret';
import { listSortedIds, type Page } from './packages';
import { countMatches, type Kind } from './search-hits';
import { listPackageIdsIn } from './search-sources';

/** Maximum number of matches checked against a query's conditions if facets aren't counted. */
const MOST_FILTERED = 7000;

/** Maximum number of grids in a list of grids. */
const MOST_GRIDS = 2000;

/** Matches are counted up to this number. */
const MOST_COUNTED = 10_000;

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
  /** Number of matching packages and grids; MOST_COUNTED + 1 means more than MOST_COUNTED. */
  counts: Record<Kind, number>;
  /** The query's words after spelling correction; undefined if nothing was corrected. */
  corrected: string[] | undefined;
  /** Whether no record has all the words, so the results match only some of them. */
  isRelaxed: boolean;
  terms: SearchTerms;
}

interface Counted {
  /** Facet counts of the matching packages. */
  tally: Tally;
}

const kinds: Kind[] = ['package', 'grid'];

/** Search results for a query, best first. */
export function findHits(query: SearchQuery): SearchResults {
  if (query.conditions.length > 0) return findAndCount(query, ANY);
  const meaning = interpret(query, { kinds, most: MOST_RANKED, titlePart: '' });
  return found(query, meaning, plain(meaning.matches));
}

/** All search results that pass the filters, with facet counts; grids only if there are no filters or conditions. */
export function findAndCount(
  query: SearchQuery,
  narrowing: PackageFilters,
): SearchResults & Counted {
  const meaning = interpret(query, {
    kinds,
    most: MOST_RANKED,
    titlePart: narrowing.titlePart ?? '',
  });
  const { tally: counted, ...selection } = narrow(meaning.matches, query, narrowing);
  return { ...found(query, meaning, selection), tally: counted };
}

/** Grids that match the `q` of a list of grids, best first: by its words, or by the whole text anywhere in the title. */
export function findGrids(q: string): SearchResults {
  const query = readQuery(q);
  const meaning = interpret(query, { kinds: ['grid'], most: MOST_GRIDS, titlePart: q });
  return found(query, meaning, plain(meaning.matches));
}

/** More packages than any catalogue has, since filtering by ids needs every match. */
const EVERY = 1_000_000;

/** All packages that match the `q` of a package list: by its words, or by the whole text anywhere in the title. Ids are unordered. */
export function findPackages(q: string, { isActiveOnly }: Pick<PackageFilters, 'isActiveOnly'>) {
  const narrowing = { choice: {}, isActiveOnly, now: 0, most: EVERY, titlePart: q };
  const { corrected, isRelaxed, ...packages } = findAndCount(readQuery(q), narrowing);
  const ids = listPackageNumbers(packages).map((number) => documentOfNumber(number).id);
  return { ids, corrected, isRelaxed };
}

/** Facet counts of all packages that pass the filters; the tally's `numbers` are package ids, not document numbers. */
export function tallyPackages({ choice, now, ...among }: PackageFilters): Tally {
  return tally(listFacetRowsById(among), { choice, now });
}

function found(query: SearchQuery, meaning: Interpretation, selection: Selection): SearchResults {
  const { corrected, isRelaxed, matches } = meaning;
  const terms = searchTermsOf(query, meaning);
  // Rank grids first, since grids that answer the query boost their packages.
  const grids = rankDocuments(terms, matches.numbers.filter(isGrid)).sort(byScore);
  const answers = grids.filter((hit) => hit.isAnswer).slice(0, MOST_ANSWERS);
  terms.members = new Set(listPackageIdsIn(answers.map(({ id }) => id)));
  const { numbers, rest, counts } = selection;
  const packages = rankDocuments(
    terms,
    numbers.filter((number) => !isGrid(number)),
  );
  const selected = new Set(numbers);
  const hits = [...grids.filter(({ number }) => selected.has(number)), ...packages].sort(byScore);
  return { hits, rest, counts, corrected, isRelaxed, terms };
}

/** Maximum number of answering grids (those that compare what was searched for) whose packages are boosted. */
const MOST_ANSWERS = 2;

const isGrid = (number: number) => number >= FIRST_GRID;

function searchTermsOf({ phrases }: SearchQuery, meaning: Interpretation): SearchTerms {
  const { words, groups, isUnfinished, isTarget } = meaning;
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

const ANY: PackageFilters = { choice: {}, isActiveOnly: false, now: 0, most: MOST_FILTERED };

const byScore = (a: Hit, b: Hit) => b.score - a.score || (a.title < b.title ? -1 : 1);

/** A page of results: ranked hits first, then the rest. */
export function listHits({ hits, rest, terms }: SearchResults, { offset, limit }: Page): Hit[] {
  const start = Math.max(0, offset - hits.length);
  const end = Math.max(0, offset + limit - hits.length);
  return [...hits.slice(offset, offset + limit), ...rankDocuments(terms, rest.slice(start, end))];
}

/** A page of the packages found, in one of the package list's sort orders. */
export function listHitsBy(found: SearchResults, sort: PackageSort, page: Page): Hit[] {
  const all = listPackageNumbers(found);
  const numbers = new Map(all.map((number) => [documentOfNumber(number).id, number]));
  const sorted = listSortedIds([...numbers.keys()], sort, page);
  return rankDocuments(
    found.terms,
    sorted.map((id) => numbers.get(id) ?? 0),
  );
}

/** The document numbers of all packages found. */
export function listPackageNumbers({ hits, rest }: Pick<SearchResults, 'hits' | 'rest'>): number[] {
  return [...hits.filter(({ kind }) => kind === 'package').map(({ number }) => number), ...rest];
}

function rankDocuments(terms: SearchTerms, numbers: number[]): Hit[] {
  return listCandidates(numbers).map(({ number, slug, title, ...candidate }) => ({
    kind: candidate.kind,
    id: candidate.id,
    number,
    slug,
    title,
    ...rank(terms, candidate),
  }));
}

type Selection = Pick<SearchResults, 'rest' | 'counts'> & { numbers: number[] };

/** The best matches of a query, packages and grids, unfiltered. */
function plain({ numbers, match }: Matches): Selection {
  return { numbers, rest: [], counts: countOf(match, numbers) };
}

/** The packages that pass the filters, and the grids if there are no filters or conditions. */
function narrow(
  matches: Matches,
  { conditions }: SearchQuery,
  narrowing: PackageFilters,
): Selection & Counted {
  const { choice, isActiveOnly, now } = narrowing;
  const rows = listRows(matches, narrowing);
  const titles = conditions.length > 0 ? listFacetTitles() : new Map<string, string>();
  const counted = tally(rows, { choice, conditions, now, titles });
  const passing = new Set(counted.numbers);
  const hasGrids = !isActiveOnly && conditions.length === 0 && Object.keys(choice).length === 0;
  const isWanted = (number: number) => (isGrid(number) ? hasGrids : passing.has(number));
  const best = matches.isAll ? [] : [...matches.numbers, ...counted.numbers.slice(0, MOST_RANKED)];
  const numbers = [...new Set(best)].filter(isWanted);
  const ranked = new Set(numbers);
  return {
    numbers,
    rest: counted.numbers.filter((number) => !ranked.has(number)),
    counts: {
      package: passing.size,
      grid: hasGrids ? countOf(matches.match, matches.numbers).grid : 0,
    },
    tally: counted,
  };
}

function listRows(
  { numbers, named, match, isAll }: Matches,
  among: FacetScope,
): readonly FacetRow[] {
  if (isAll) return listFacetRows(among);
  if (match === undefined) return listFacetRowsOf(numbers, among);
  const rows = listMatchingFacetRows(match, among);
  // Some packages match only by a prefix or part of their name.
  const known = new Set(rows.map(([number]) => number));
  const begun = listFacetRowsOf(
    named.filter((number) => !known.has(number)),
    among,
  );
  return begun.length > 0 ? [...begun, ...rows] : rows;
}

/** Counts matches by kind. Some records match only by a prefix or part of their name, which the full-text count misses. */
function countOf(match: string | undefined, numbers: number[]): Record<Kind, number> {
  const own = (kind: Kind) =>
    numbers.filter((number) => documentOfNumber(number).kind === kind).length;
  const count = (kind: Kind) => {
    const known = own(kind);
    // Fewer than the limit, so these are all the matches.
    if (match === undefined || known < MOST_RANKED) return known;
    return Math.max(known, countMatches(match, kind, MOST_COUNTED + 1));
  };
  return { package: count('package'), grid: count('grid') };
}
