import type { FacetChoice } from '@/lib/facets/facets';
import { joinTables, type FacetScope, type FacetTable } from '@/lib/facets/table';
import { tally, type Tally } from '@/lib/facets/tally';
import type { Micros } from '@/lib/time';
import { documentOfNumber, isGrid, type Kind } from './document-number';
import { MOST_RANKED, type Matches } from './interpret';
import type { SearchQuery } from './query';
import type { SearchIndex } from './search-index';

/** Matches are counted up to this number. */
const MOST_COUNTED = 10_000;

/** The matches that pass the filters. */
export interface Selection {
  /** Document numbers of the packages and grids to rank. */
  numbers: number[];
  /** Document numbers of all other packages, best known first; empty unless facets were counted. */
  rest: number[];
  /** Number of packages and grids; MOST_COUNTED + 1 means more than MOST_COUNTED. */
  counts: Record<Kind, number>;
}

/** The best matches, packages and grids, unfiltered. */
export function select(index: SearchIndex, { numbers, match }: Matches): Selection {
  return { numbers, rest: [], counts: countOf(index, match, numbers) };
}

interface Filters extends FacetScope {
  choice: FacetChoice;
  now: Micros;
}

/** The packages that pass the filters, and the grids if there are no filters or conditions. */
export function selectFiltered(
  index: SearchIndex,
  matches: Matches,
  { conditions }: SearchQuery,
  { choice, now, ...scope }: Filters,
): Selection & { tally: Tally } {
  const titles = conditions.length > 0 ? index.listFacetTitles() : new Map<string, string>();
  const counted = tally(findFacets(index, matches, scope), { choice, conditions, now, titles });
  const passing = new Set(counted.numbers);
  const hasGrids =
    !scope.isActiveOnly && conditions.length === 0 && Object.keys(choice).length === 0;
  const isWanted = (number: number) => (isGrid(number) ? hasGrids : passing.has(number));
  const best = matches.isAll ? [] : [...matches.numbers, ...counted.numbers.slice(0, MOST_RANKED)];
  const numbers = [...new Set(best)].filter(isWanted);
  const ranked = new Set(numbers);
  return {
    numbers,
    rest: counted.numbers.filter((number) => !ranked.has(number)),
    counts: {
      package: passing.size,
      grid: hasGrids ? countOf(index, matches.match, matches.numbers).grid : 0,
    },
    tally: counted,
  };
}

function findFacets(
  index: SearchIndex,
  { numbers, named, match, isAll }: Matches,
  scope: FacetScope,
): FacetTable {
  if (isAll) return index.findFacets(scope);
  if (match === undefined) return index.findFacetsOf(numbers, scope);
  const matching = index.findMatchingFacets(match, scope);
  // Some packages match only by a prefix or part of their name.
  const known = new Set(matching.numbers);
  const others = named.filter((number) => !known.has(number));
  const begun = index.findFacetsOf(others, scope);
  return begun.numbers.length > 0 ? joinTables(begun, matching) : matching;
}

/** Counts matches by kind. Some records match only by a prefix or part of their name, which the full-text count misses. */
function countOf(
  index: SearchIndex,
  match: Matches['match'],
  numbers: number[],
): Record<Kind, number> {
  const count = (kind: Kind) => {
    const known = numbers.filter((number) => documentOfNumber(number).kind === kind).length;
    // Fewer than the limit, so these are all the matches.
    if (match === undefined || known < MOST_RANKED) return known;
    return Math.max(known, index.countMatches(match, kind, MOST_COUNTED + 1));
  };
  return { package: count('package'), grid: count('grid') };
}
