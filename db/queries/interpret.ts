import { documentOfNumber } from '@/lib/search/document-number';
import { expand, alternativesOf } from '@/lib/search/expand';
import { matchExpression, type Alternatives } from '@/lib/search/match';
import type { SearchQuery, Target } from '@/lib/search/query';
import {
  listAddressed,
  listExactlyNamed,
  listMatches,
  listNamed,
  listTitled,
  type Kind,
} from './search-hits';
import { vocabulary } from './vocabulary';

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
  /** FTS5 expression for all matches except those by name prefix or title; undefined if the query has no words. */
  match: string | undefined;
  /** Whether a query without words means all packages. */
  isAll?: boolean;
}

const nowhere: Matches = { numbers: [], named: [], match: undefined };

const nothing: Interpretation = {
  words: [],
  groups: [],
  corrected: undefined,
  isUnfinished: false,
  isRelaxed: false,
  isTarget: false,
  matches: nowhere,
};

/** The record at a page URL, or the one that the most reliable key finds. */
function listTargets(target: Target, { kinds }: Scope): number[] {
  const found =
    'keys' in target
      ? (target.keys.map((key) => listExactlyNamed(key, 1)).find((all) => all.length > 0) ?? [])
      : listAddressed(target);
  return found.filter((number) => kinds.includes(documentOfNumber(number).kind)).slice(0, 1);
}

/** The interpretation that finds the most: the record named by URL or requirement, all words as typed, one word corrected, or any word. */
export function interpret(query: SearchQuery, scope: Scope): Interpretation {
  const target = query.target ? listTargets(query.target, scope) : [];
  if (target.length > 0) {
    const matches = { numbers: target, named: target, match: undefined };
    return { ...nothing, isTarget: true, matches };
  }
  const best = interpretBest(query, scope);
  if (best.matches.numbers.length > 0 || best.groups.length < 2) return best;
  return { ...best, isRelaxed: true, matches: matchAny(query, scope, best.groups) };
}

function interpretBest(query: SearchQuery, scope: Scope): Interpretation {
  const asIs = interpretAs(query, scope, query.words);
  if (sizeOf(asIs) > FEW || query.words.length < 2) return asIs;
  const others = alternativesOf(query.words, vocabulary)
    .slice(0, MOST_READINGS)
    .map((words) => ({ ...interpretAs(query, scope, words), corrected: words }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const [best] = others;
  if (!best || sizeOf(best) <= sizeOf(asIs)) return asIs;
  const isWorthIt =
    sizeOf(asIs) === 0 || (best.matches.named.length > 0 && asIs.matches.named.length === 0);
  return isWorthIt ? best : asIs;
}

const sizeOf = ({ matches }: Interpretation) => matches.numbers.length;

function interpretAs(query: SearchQuery, scope: Scope, typed: string[]): Interpretation {
  const expansion = expand(typed, vocabulary);
  const words = expansion.corrected ?? typed;
  const matches = matchAll(query, scope, { ...expansion, words });
  return { ...nothing, ...expansion, words, matches };
}

function matchAll(
  query: SearchQuery,
  scope: Scope,
  { groups, words }: Pick<Interpretation, 'groups' | 'words'>,
): Matches {
  const { phrases, excluded } = query;
  const titled = scope.titlePart === '' ? [] : scope.kinds.flatMap((kind) => titledOf(kind, scope));
  const anywhere = matchExpression({ groups, phrases, excluded });
  const inName = matchExpression({ groups, phrases, excluded }, ['name']);
  if (anywhere === undefined || inName === undefined) {
    return { numbers: titled, named: titled, match: undefined, isAll: isForAll(query) };
  }
  const isPlain = phrases.length === 0 && excluded.length === 0;
  const begun = isPlain ? listBegun(words, scope) : [];
  const named = [...new Set([...begun, ...listBest(inName, scope), ...titled])];
  return {
    numbers: [...new Set([...named, ...listBest(anywhere, scope)])],
    named,
    match: anywhere,
  };
}

const titledOf = (kind: Kind, { titlePart }: Scope) => listTitled(kind, titlePart, MOST_TITLED);

/** Documents whose name starts with the words. */
function listBegun(words: string[], { kinds }: Scope): number[] {
  const begun = listNamed(words.join(''), MOST_NAMED);
  return begun.filter((number) => kinds.includes(documentOfNumber(number).kind));
}

const listBest = (match: string, { kinds, most }: Scope) =>
  kinds.flatMap((kind) => listMatches(match, kind, most));

/** Documents with any of the words, for when none has all of them. */
function matchAny({ excluded }: SearchQuery, scope: Scope, groups: Alternatives[]): Matches {
  const match = matchExpression({ groups: [groups.flat()], phrases: [], excluded });
  return match === undefined ? nowhere : { numbers: listBest(match, scope), named: [], match };
}

const isForAll = ({ isBlank, excluded, conditions }: SearchQuery) =>
  isBlank || (excluded.length === 0 && conditions.length > 0);
