import type { FacetChoice } from '@/lib/facets/facets';
import { tally, type FacetRow, type Tally } from '@/lib/facets/tally';
import { documentOfNumber, FIRST_GRID } from '@/lib/search/document-number';
import { expand, otherReadings } from '@/lib/search/expand';
import { matchExpression, type Alternatives } from '@/lib/search/match';
import type { SearchQuery } from '@/lib/search/query';
import { rank, type Asked, type Ranking } from '@/lib/search/rank';
import type { PackageSort } from '@/lib/sort-orders';
import type { Micros } from '@/lib/time';
import { listCandidates } from './candidates';
import {
  listFacetRows,
  listFacetRowsById,
  listFacetRowsOf,
  listFacetTitles,
  listMatchingFacetRows,
  type Among,
} from './facet-rows';
import { listSortedIds, type Page } from './packages';
import { countMatches, listExactlyNamed, listMatches, listNamed, type Kind } from './search-hits';
import { vocabulary } from './vocabulary';

/** So many of the best known that match are ranked by how well they match. */
const MOST_RANKED = 300;

/** So many are found by the beginning of their name. */
const MOST_NAMED = 60;

/** So many that match are held against the conditions of a query where no facets are wanted. */
const MOST_FILTERED = 7000;

/** More matches than this are not counted. */
const MOST_COUNTED = 10_000;

export interface Hit extends Ranking {
  kind: Kind;
  id: number;
  /** Of its document. */
  number: number;
  slug: string;
  title: string;
}

/** Which of the packages that match are wanted, besides what the query says; then grids are not. */
export interface Narrowing extends Among {
  choice: FacetChoice;
  now: Micros;
}

export interface Found {
  /** The best, ranked by how well they match. */
  hits: Hit[];
  /** All packages that match besides, by number, the best known first; none unless they were counted. */
  rest: number[];
  /** How many packages and grids match; MOST_COUNTED + 1 stands for more. */
  counts: Record<Kind, number>;
  /** The words that were searched for in place of misspelt ones. */
  corrected: string[] | undefined;
  /** Whether no record has all of the words, so that some have only a part of them. */
  isRelaxed: boolean;
  asked: Asked;
}

interface Counted {
  /** The packages that match, counted by facet. */
  tally: Tally;
}

const kinds: Kind[] = ['package', 'grid'];

/** What a query finds, the best first. */
export function findHits(query: SearchQuery): Found {
  if (query.conditions.length > 0) return findAndCount(query, ANY);
  const read = readAsMeant(query);
  return found(query, read, plain(read.reach));
}

/** What a query finds within a narrowing: all of it, counted by facet; grids only if nothing narrows it. */
export function findAndCount(query: SearchQuery, narrowing: Narrowing): Found & Counted {
  const read = readAsMeant(query);
  const { tally: counted, ...selection } = narrow(read.reach, query, narrowing);
  return { ...found(query, read, selection), tally: counted };
}

/** All packages within a narrowing, counted by facet: by their ids, in no order. */
export function tallyPackages({ choice, now, ...among }: Narrowing): Tally {
  return tally(listFacetRowsById(among), { choice, now });
}

function found(query: SearchQuery, read: Reading, { numbers, rest, counts }: Selection): Found {
  const asked = {
    words: [...read.words, ...query.phrases.flat()],
    groups: [...read.groups, ...query.phrases.map((phrase) => [phrase])],
    isAddress: query.address !== undefined,
  };
  const hits = rankDocuments(asked, numbers).sort(byScore);
  return { hits, rest, counts, corrected: read.corrected, isRelaxed: read.isRelaxed, asked };
}

const ANY: Narrowing = { choice: {}, isActiveOnly: false, now: 0, most: MOST_FILTERED };

const byScore = (a: Hit, b: Hit) => b.score - a.score || (a.title < b.title ? -1 : 1);

/** So many results from a place on, the rest after the best. */
export function listHits({ hits, rest, asked }: Found, { offset, limit }: Page): Hit[] {
  const start = Math.max(0, offset - hits.length);
  const end = Math.max(0, offset + limit - hits.length);
  return [...hits.slice(offset, offset + limit), ...rankDocuments(asked, rest.slice(start, end))];
}

/** So many of the packages found from a place on, in an order of the package list. */
export function listHitsBy(found: Found, sort: PackageSort, page: Page): Hit[] {
  const all = listPackageNumbers(found);
  const numbers = new Map(all.map((number) => [documentOfNumber(number).id, number]));
  const sorted = listSortedIds([...numbers.keys()], sort, page);
  return rankDocuments(
    found.asked,
    sorted.map((id) => numbers.get(id) ?? 0),
  );
}

/** The documents of all packages found. */
export function listPackageNumbers({ hits, rest }: Found): number[] {
  return [...hits.filter(({ kind }) => kind === 'package').map(({ number }) => number), ...rest];
}

function rankDocuments(asked: Asked, numbers: number[]): Hit[] {
  return listCandidates(numbers).map(({ kind, id, number, slug, title, ...candidate }) => ({
    kind,
    id,
    number,
    slug,
    title,
    ...rank(asked, candidate),
  }));
}

/** How the words of a query are taken, and what that leads to. */
interface Reading {
  words: string[];
  groups: Alternatives[];
  corrected: string[] | undefined;
  isRelaxed: boolean;
  reach: Reach;
}

interface Reach {
  numbers: number[];
  /** Those of them that have the words, or their beginning, in their name. */
  named: number[];
  /** Finds all of them but those found by the beginning of their name; undefined where there are no words. */
  match: string | undefined;
  /** Whether a query without words is meant for all packages. */
  isAll?: boolean;
}

/** So many other readings of a query are tried. */
const MOST_READINGS = 8;

/** So few results that a known word may be misspelt all the same. */
const FEW = 3;

/** The reading by which most is found: as it stands, else with one word corrected, else with any of the words. */
function readAsMeant(query: SearchQuery): Reading {
  const reading = readBest(query);
  if (reading.reach.numbers.length > 0 || reading.groups.length < 2) return reading;
  return { ...reading, isRelaxed: true, reach: reachAny(query, reading.groups) };
}

function readBest(query: SearchQuery): Reading {
  const asIs = readAs(query, query.words);
  if (asIs.reach.numbers.length > FEW || query.words.length < 2) return asIs;
  const others = otherReadings(query.words, vocabulary)
    .slice(0, MOST_READINGS)
    .map((words) => ({ ...readAs(query, words), corrected: words }))
    .sort((a, b) => b.reach.numbers.length - a.reach.numbers.length);
  const [best] = others;
  if (!best || best.reach.numbers.length <= asIs.reach.numbers.length) return asIs;
  const isWorthIt =
    asIs.reach.numbers.length === 0 ||
    (best.reach.named.length > 0 && asIs.reach.named.length === 0);
  return isWorthIt ? best : asIs;
}

function readAs(query: SearchQuery, asked: string[]): Reading {
  const { groups, corrected } = expand(asked, vocabulary);
  const words = corrected ?? asked;
  return { words, groups, corrected, isRelaxed: false, reach: reachAll(query, groups, words) };
}

function reachAll(query: SearchQuery, groups: Alternatives[], words: string[]): Reach {
  const { address, phrases, excluded } = query;
  if (address !== undefined) return reachAddress(address);
  const anywhere = matchExpression({ groups, phrases, excluded });
  const inName = matchExpression({ groups, phrases, excluded }, ['name']);
  if (anywhere === undefined || inName === undefined) {
    return isForAll(query) ? { ...nowhere, isAll: true } : nowhere;
  }
  const isPlain = phrases.length === 0 && excluded.length === 0;
  const begun = isPlain ? listNamed(words.join(''), MOST_NAMED) : [];
  const named = [...begun, ...kinds.flatMap((kind) => listMatches(inName, kind, MOST_RANKED))];
  const byText = kinds.flatMap((kind) => listMatches(anywhere, kind, MOST_RANKED));
  return { numbers: [...new Set([...named, ...byText])], named, match: anywhere };
}

function reachAddress(address: string): Reach {
  const named = listExactlyNamed(address, 1);
  return { numbers: named, named, match: undefined };
}

/** Records with any of the words, for a query of which none has all. */
function reachAny({ excluded }: SearchQuery, groups: Alternatives[]): Reach {
  const match = matchExpression({ groups: [groups.flat()], phrases: [], excluded });
  if (match === undefined) return nowhere;
  const numbers = kinds.flatMap((kind) => listMatches(match, kind, MOST_RANKED));
  return { numbers, named: [], match };
}

const nowhere: Reach = { numbers: [], named: [], match: undefined };

const isForAll = ({ isBlank, excluded, conditions }: SearchQuery) =>
  isBlank || (excluded.length === 0 && conditions.length > 0);

type Selection = Pick<Found, 'rest' | 'counts'> & { numbers: number[] };

/** The best of what a query reaches, packages and grids. */
function plain({ numbers, match }: Reach): Selection {
  return { numbers, rest: [], counts: countOf(match, numbers) };
}

/** The packages that pass a narrowing, and the grids unless it says anything. */
function narrow(
  reach: Reach,
  { conditions }: SearchQuery,
  narrowing: Narrowing,
): Selection & Counted {
  const { choice, isActiveOnly, now } = narrowing;
  const rows = listRows(reach, narrowing);
  const titles = conditions.length > 0 ? listFacetTitles() : new Map<string, string>();
  const counted = tally(rows, { choice, conditions, now, titles });
  const passing = new Set(counted.numbers);
  const hasGrids = !isActiveOnly && conditions.length === 0 && Object.keys(choice).length === 0;
  const isWanted = (number: number) => (number < FIRST_GRID ? passing.has(number) : hasGrids);
  const best = reach.isAll ? [] : [...reach.numbers, ...counted.numbers.slice(0, MOST_RANKED)];
  const numbers = [...new Set(best)].filter(isWanted);
  const ranked = new Set(numbers);
  return {
    numbers,
    rest: counted.numbers.filter((number) => !ranked.has(number)),
    counts: {
      package: passing.size,
      grid: hasGrids ? countOf(reach.match, reach.numbers).grid : 0,
    },
    tally: counted,
  };
}

function listRows({ numbers, named, match, isAll }: Reach, among: Among): readonly FacetRow[] {
  if (isAll) return listFacetRows(among);
  if (match === undefined) return listFacetRowsOf(numbers, among);
  const rows = listMatchingFacetRows(match, among);
  // Some are found by the beginning of their name alone.
  const known = new Set(rows.map(([number]) => number));
  const begun = listFacetRowsOf(
    named.filter((number) => !known.has(number)),
    among,
  );
  return begun.length > 0 ? [...begun, ...rows] : rows;
}

/** Some are found by the beginning of their name alone, which the index of words does not count. */
function countOf(match: string | undefined, numbers: number[]): Record<Kind, number> {
  const own = (kind: Kind) =>
    numbers.filter((number) => documentOfNumber(number).kind === kind).length;
  const count = (kind: Kind) => {
    const known = own(kind);
    // Fewer than were asked for are all that there are.
    if (match === undefined || known < MOST_RANKED) return known;
    return Math.max(known, countMatches(match, kind, MOST_COUNTED + 1));
  };
  return { package: count('package'), grid: count('grid') };
}
