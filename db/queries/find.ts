import { sql, type SQL } from 'drizzle-orm';
import { documentOfNumber } from '@/lib/search/document-number';
import { expand, otherReadings, type Expansion } from '@/lib/search/expand';
import { matchExpression, type Alternatives } from '@/lib/search/match';
import type { SearchQuery } from '@/lib/search/query';
import { rank, type Ranking } from '@/lib/search/rank';
import { prepared } from '../client';
import { grids, packages } from '../schema';
import { listPassing } from './search-conditions';
import { countMatches, listExactlyNamed, listMatches, listNamed, type Kind } from './search-hits';
import { vocabulary } from './vocabulary';

/** So many of the best known that match are ranked by how well they match. */
const MOST_RANKED = 300;

/** So many are found by the beginning of their name. */
const MOST_NAMED = 60;

/** So many that match are held against the conditions of a query. */
const MOST_FILTERED = 5000;

/** More matches than this are not counted. */
const MOST_COUNTED = 10_000;

interface Hit extends Ranking {
  kind: Kind;
  id: number;
  slug: string;
  title: string;
}

export interface Found {
  hits: Hit[];
  /** How many packages and grids match; MOST_COUNTED + 1 stands for more. */
  counts: Record<Kind, number>;
  /** The words that were searched for in place of misspelt ones. */
  corrected: string[] | undefined;
  /** Whether no record has all of the words, so that some have only a part of them. */
  isRelaxed: boolean;
  groups: Alternatives[];
}

const kinds: Kind[] = ['package', 'grid'];

/** What a query finds, the best first. */
export function findHits(query: SearchQuery): Found {
  if (query.address !== undefined) return findAddress(query.address);
  const { expansion, asked, strict } = read(query);
  const isRelaxed = strict.numbers.length === 0 && asked.groups.length > 1;
  const { numbers, counts } = isRelaxed ? searchAny(query, expansion) : strict;
  const hits = listCandidates(numbers)
    .map(({ kind, id, slug, title, ...candidate }) => ({
      kind,
      id,
      slug,
      title,
      ...rank(asked, candidate),
    }))
    .sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1));
  return { hits, counts, corrected: expansion.corrected, isRelaxed, groups: expansion.groups };
}

function findAddress(address: string): Found {
  const hits = listCandidates(listExactlyNamed(address, 1)).map(({ kind, id, slug, title }) => ({
    kind,
    id,
    slug,
    title,
    score: 100,
    reason: 'has this address',
  }));
  const counts = { package: hits.length, grid: 0 };
  return { hits, counts, corrected: undefined, isRelaxed: false, groups: [] };
}

/** So many other readings of a query are tried. */
const MOST_READINGS = 8;

/** So few results that a known word may be misspelt all the same. */
const FEW = 3;

/** The reading of a query by which most is found: as it stands, or with one word corrected where that finds little. */
function read(query: SearchQuery) {
  const plain = readAs(query, query.words);
  if (plain.strict.numbers.length > FEW || query.words.length < 2) return plain;
  const others = otherReadings(query.words, vocabulary)
    .slice(0, MOST_READINGS)
    .map((words) => ({ words, ...readAs(query, words) }))
    .sort((a, b) => b.strict.numbers.length - a.strict.numbers.length);
  const [best] = others;
  if (!best || best.strict.numbers.length <= plain.strict.numbers.length) return plain;
  const isWorthIt =
    plain.strict.numbers.length === 0 || (best.strict.isNamed && !plain.strict.isNamed);
  return isWorthIt ? { ...best, expansion: { ...best.expansion, corrected: best.words } } : plain;
}

function readAs(query: SearchQuery, words: string[]) {
  const expansion = expand(words, vocabulary);
  const asked = { words: expansion.corrected ?? words, groups: expansion.groups };
  return { expansion, asked, strict: search(query, expansion, asked.words) };
}

interface Numbers {
  numbers: number[];
  /** Whether one of them has all of the words in its names. */
  isNamed: boolean;
  counts: Record<Kind, number>;
}

function search(query: SearchQuery, { groups }: Expansion, words: string[]): Numbers {
  const { phrases, excluded, conditions } = query;
  const wanted = { groups, phrases, excluded };
  const anywhere = matchExpression(wanted);
  const inName = matchExpression(wanted, ['name']);
  const isConditional = conditions.length > 0;
  if (anywhere === undefined || inName === undefined) {
    return isConditional ? exactly(listPassing(conditions)) : nothing;
  }
  const isPlain = phrases.length === 0 && excluded.length === 0;
  const named = isPlain ? listNamed(words.join(''), MOST_NAMED) : [];
  const most = isConditional ? MOST_FILTERED : MOST_RANKED;
  const byName = kinds.flatMap((kind) => listMatches(inName, kind, most));
  const byText = kinds.flatMap((kind) => listMatches(anywhere, kind, most));
  const numbers = [...new Set([...named, ...byName, ...byText])];
  if (isConditional) return exactly(listPassing(conditions, numbers));
  const isNamed = named.length > 0 || byName.length > 0;
  return { numbers, isNamed, counts: countOf(anywhere, numbers) };
}

/** All that there is, counted. */
function exactly(numbers: number[]): Numbers {
  return { numbers, isNamed: false, counts: { package: numbers.length, grid: 0 } };
}

/** Records with any of the words, for a query of which none has all. */
function searchAny({ excluded }: SearchQuery, { groups }: Expansion): Numbers {
  const match = matchExpression({ groups: [groups.flat()], phrases: [], excluded });
  if (match === undefined) return nothing;
  const numbers = kinds.flatMap((kind) => listMatches(match, kind, MOST_RANKED));
  return { numbers, isNamed: false, counts: countOf(match, numbers) };
}

const nothing: Numbers = { numbers: [], isNamed: false, counts: { package: 0, grid: 0 } };

/** Some are found by the beginning of their name alone, which the index of words does not count. */
function countOf(match: string, numbers: number[]): Record<Kind, number> {
  const own = (kind: Kind) =>
    numbers.filter((number) => documentOfNumber(number).kind === kind).length;
  const count = (kind: Kind) => Math.max(own(kind), countMatches(match, kind, MOST_COUNTED + 1));
  return { package: count('package'), grid: count('grid') };
}

const isListed = (column: typeof packages.id | typeof grids.id): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;

const packageCandidates = prepared((db) =>
  db
    .select({
      id: packages.id,
      title: packages.title,
      slug: packages.slug,
      pypiName: packages.pypiName,
      description: packages.repoDescription,
      health: packages.health,
    })
    .from(packages)
    .where(isListed(packages.id))
    .prepare(),
);

const gridCandidates = prepared((db) =>
  db
    .select({
      id: grids.id,
      title: grids.title,
      slug: grids.slug,
      description: grids.description,
    })
    .from(grids)
    .where(isListed(grids.id))
    .prepare(),
);

function listCandidates(numbers: number[]) {
  const documents = numbers.map(documentOfNumber);
  const priors = new Map(documents.map(({ kind, id, prior }) => [`${kind} ${id}`, prior]));
  const idsOf = (kind: Kind) =>
    JSON.stringify(documents.filter((it) => it.kind === kind).map(({ id }) => id));
  const found = [
    ...packageCandidates()
      .all({ ids: idsOf('package') })
      .map((it) => ({ kind: 'package' as const, ...it })),
    ...gridCandidates()
      .all({ ids: idsOf('grid') })
      .map((it) => ({ kind: 'grid' as const, pypiName: null, health: null, ...it })),
  ];
  return found.map(({ kind, id, title, slug, pypiName, description, health }) => ({
    kind,
    id,
    slug,
    title,
    names: [...new Set([title, slug, pypiName ?? slug])],
    description,
    health,
    prior: priors.get(`${kind} ${id}`) ?? 0,
  }));
}
