import { closeness } from './closeness';
import { documentOfNumber, type Kind } from './document-number';
import { expand } from './expand';
import { readQuery, type SearchQuery } from './query';
import type { SearchIndex } from './search-index';
import { suggestionOf, type Suggestion } from './suggestions';
import { tokensOf, withoutPrefix, wordsOf } from './tokens';

interface NearestName extends Suggestion {
  id: number;
}

/** The index, with a search on it. */
interface SearchedIndex extends SearchIndex {
  findHits: (query: SearchQuery) => { hits: { number: number }[] };
}

export interface NearestOptions {
  /** Packages or grids; both by default. */
  kind?: Kind;
  limit: number;
}

/** Maximum number of names compared for each spelling. */
const MOST_COMPARED = 40;

/** Only this many characters are compared; no misspelt name is longer. */
const LONGEST = 100;

/**
 * Packages and grids whose name is close to a text that matches none exactly, closest first: misspelt (`celerey`), with or without a
 * prefix, or with an extra or missing word. Empty if nothing is close.
 */
export function listNearestNames(
  index: SearchedIndex,
  text: string,
  { kind, limit }: NearestOptions,
): NearestName[] {
  const name = text.slice(0, LONGEST);
  return index
    .listCandidates(listPossible(index, name, kind))
    .map((candidate) => ({ candidate, score: closeness(name, candidate.names) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.candidate.prior - a.candidate.prior)
    .slice(0, limit)
    .map(({ candidate }) => ({ id: candidate.id, ...suggestionOf(candidate) }));
}

/** Candidate documents for a misspelt name. */
function listPossible(index: SearchedIndex, name: string, kind: Kind | undefined): number[] {
  const named = spellingsOf(index, name).flatMap((spelling) =>
    index.listNamed(spelling, MOST_COMPARED),
  );
  const { hits } = index.findHits(readQuery(wordsOf(name).join(' ')));
  const found = hits.slice(0, MOST_COMPARED).map(({ number }) => number);
  const numbers = [...new Set([...named, ...found])];
  return numbers.filter((number) => kind === undefined || documentOfNumber(number).kind === kind);
}

/** The name as one word, with and without its prefix, as typed and corrected. */
function spellingsOf({ vocabulary }: SearchIndex, name: string): string[] {
  const words = wordsOf(name);
  const asIs = [words, withoutPrefix(words)]
    .map((all) => all.join(''))
    .filter((word) => word !== '');
  const { corrected } = expand(tokensOf(name), vocabulary);
  const near = asIs.flatMap((spelling) => vocabulary.listNearTerms(spelling).slice(0, 4));
  return [...new Set([...asIs, ...near, ...(corrected ? [corrected.join('')] : [])])];
}
