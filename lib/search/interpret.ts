import { documentOfNumber, type Kind } from './document-number';
import { expand, alternativesOf } from './expand';
import type { Alternatives, TextMatch } from './match';
import type { SearchQuery, Target } from './query';
import type { SearchIndex } from './search-index';

/** Maximum number of matches of each kind that are ranked, best known first. */
export const MOST_RANKED = 300;

/** Maximum number of matches by name prefix. */
const MOST_NAMED = 60;

/** Maximum number of matches of each kind by part of the title. */
const MOST_TITLED = 20_000;

/** Maximum number of alternative readings of a query to try. */
const MOST_READINGS = 8;

/** With this few results, even a known word may be a misspelling. */
const FEW = 3;

/** What a search covers. */
export interface Scope {
  kinds: Kind[];
  /** Maximum number of full-text matches of each kind. */
  most: number;
  /** Also match records with this text anywhere in their title, even within a word; empty to disable. */
  titlePart: string;
}

/** How a query's words are interpreted, and the documents that match. */
export interface Interpretation {
  words: string[];
  groups: Alternatives[];
  /** The query's words after spelling correction; undefined if nothing was corrected. */
  corrected: string[] | undefined;
  /** Whether a word is unknown but is a prefix of known words. */
  isUnfinished: boolean;
  /** Whether no record has all the words, so the results match only some of them. */
  isRelaxed: boolean;
  /** Whether the match is the record that the query names by URL or requirement. */
  isTarget: boolean;
  matches: Matches;
}

export interface Matches {
  numbers: number[];
  /** The subset that matches by name: by its words, by a prefix, or by the whole text in the title. */
  named: number[];
  /** What all matches contain except those by name prefix or title; undefined if the query has no words. */
  match: TextMatch | undefined;
  /** Whether a query without words means all packages. */
  isAll?: boolean;
}

const nothing: Interpretation = {
  words: [],
  groups: [],
  corrected: undefined,
  isUnfinished: false,
  isRelaxed: false,
  isTarget: false,
  matches: { numbers: [], named: [], match: undefined },
};

/** The interpretation that finds the most: the record named by URL or requirement, all words as typed, one word corrected, or any word. */
export function interpret(index: SearchIndex, query: SearchQuery, scope: Scope): Interpretation {
  const target = query.target ? listTargets(index, query.target, scope) : [];
  if (target.length > 0) {
    const matches = { numbers: target, named: target, match: undefined };
    return { ...nothing, isTarget: true, matches };
  }
  const best = interpretBest(index, query, scope);
  if (best.matches.numbers.length > 0 || best.groups.length < 2) return best;
  return { ...best, isRelaxed: true, matches: matchAny(index, query, scope, best.groups) };
}

/** The record at a page URL, or the one that the most reliable key finds. */
function listTargets(index: SearchIndex, target: Target, { kinds }: Scope): number[] {
  const found =
    'keys' in target
      ? (target.keys
          .map((key) => index.listExactlyNamed(key, 1))
          .find((numbers) => numbers.length > 0) ?? [])
      : index.listAddressed(target);
  return found.filter((number) => kinds.includes(documentOfNumber(number).kind)).slice(0, 1);
}

function interpretBest(index: SearchIndex, query: SearchQuery, scope: Scope): Interpretation {
  const asIs = interpretAs(index, query, scope, query.words);
  if (sizeOf(asIs) > FEW || query.words.length < 2) return asIs;
  const others = alternativesOf(query.words, index.vocabulary)
    .slice(0, MOST_READINGS)
    .map((words) => ({ ...interpretAs(index, query, scope, words), corrected: words }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const [best] = others;
  if (!best || sizeOf(best) <= sizeOf(asIs)) return asIs;
  const isWorthIt =
    sizeOf(asIs) === 0 || (best.matches.named.length > 0 && asIs.matches.named.length === 0);
  return isWorthIt ? best : asIs;
}

const sizeOf = ({ matches }: Interpretation) => matches.numbers.length;

function interpretAs(
  index: SearchIndex,
  query: SearchQuery,
  scope: Scope,
  typed: string[],
): Interpretation {
  const expansion = expand(typed, index.vocabulary);
  const words = expansion.corrected ?? typed;
  const matches = matchAll(index, query, scope, { ...expansion, words });
  return { ...nothing, ...expansion, words, matches };
}

function matchAll(
  index: SearchIndex,
  query: SearchQuery,
  scope: Scope,
  { groups, words }: Pick<Interpretation, 'groups' | 'words'>,
): Matches {
  const { phrases, excluded } = query;
  const titled = listTitled(index, scope);
  if (groups.length === 0 && phrases.length === 0) {
    return { numbers: titled, named: titled, match: undefined, isAll: isForAll(query) };
  }
  const match = { groups, phrases, excluded };
  const isPlain = phrases.length === 0 && excluded.length === 0;
  const begun = isPlain ? listBegun(index, words, scope) : [];
  const inName = listBest(index, { ...match, columns: ['name'] }, scope);
  const named = [...new Set([...begun, ...inName, ...titled])];
  const numbers = [...new Set([...named, ...listBest(index, match, scope)])];
  return { numbers, named, match };
}

/** Documents with the scope's text in their title. */
function listTitled(index: SearchIndex, { kinds, titlePart }: Scope): number[] {
  if (titlePart === '') return [];
  return kinds.flatMap((kind) => index.listTitled(kind, titlePart, MOST_TITLED));
}

/** Documents whose name starts with the words. */
function listBegun(index: SearchIndex, words: string[], { kinds }: Scope): number[] {
  const begun = index.listNamed(words.join(''), MOST_NAMED);
  return begun.filter((number) => kinds.includes(documentOfNumber(number).kind));
}

const listBest = (index: SearchIndex, match: TextMatch, { kinds, most }: Scope) =>
  kinds.flatMap((kind) => index.listMatches(match, kind, most));

/** Documents with any of the words, for when none has all of them. */
function matchAny(
  index: SearchIndex,
  { excluded }: SearchQuery,
  scope: Scope,
  groups: Alternatives[],
): Matches {
  const match = { groups: [groups.flat()], phrases: [], excluded };
  return { numbers: listBest(index, match, scope), named: [], match };
}

const isForAll = ({ isBlank, excluded, conditions }: SearchQuery) =>
  isBlank || (excluded.length === 0 && conditions.length > 0);
