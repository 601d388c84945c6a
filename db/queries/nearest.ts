import { closeness } from '@/lib/search/closeness';
import { documentOfNumber } from '@/lib/search/document-number';
import { expand } from '@/lib/search/expand';
import { readQuery } from '@/lib/search/query';
import { tokensOf, withoutPrefix, wordsOf } from '@/lib/search/tokens';
import { listCandidates } from './search-candidates';
import { findHits } from './find';
import { listNamed, type Kind } from './search-hits';
import type { Suggestion } from './suggest';
import { listNearTerms, vocabulary } from './vocabulary';

interface NearestName extends Suggestion {
  id: number;
}

interface NearestOptions {
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
export function listNearestNames(text: string, { kind, limit }: NearestOptions): NearestName[] {
  const name = text.slice(0, LONGEST);
  return listCandidates(listPossible(name, kind))
    .map((candidate) => ({ it: candidate, score: closeness(name, candidate.names) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.it.prior - a.it.prior)
    .slice(0, limit)
    .map(({ it: { kind: of, id, slug, title, description } }) => ({
      kind: of,
      id,
      slug,
      title,
      description,
    }));
}

/** Candidate documents for a misspelt name. */
function listPossible(name: string, kind: Kind | undefined): number[] {
  const named = spellingsOf(name).flatMap((spelling) => listNamed(spelling, MOST_COMPARED));
  const found = findHits(readQuery(wordsOf(name).join(' '))).hits.slice(0, MOST_COMPARED);
  const numbers = [...new Set([...named, ...found.map(({ number }) => number)])];
  return numbers.filter((number) => kind === undefined || documentOfNumber(number).kind === kind);
}

/** The name as one word, with and without its prefix, as typed and corrected. */
function spellingsOf(name: string): string[] {
  const words = wordsOf(name);
  const asIs = [words, withoutPrefix(words)].map((it) => it.join('')).filter((it) => it !== '');
  const { corrected } = expand(tokensOf(name), vocabulary);
  const near = asIs.flatMap((spelling) => listNearTerms(spelling).slice(0, 4));
  return [...new Set([...asIs, ...near, ...(corrected ? [corrected.join('')] : [])])];
}
