import { expand } from '@/lib/search/expand';
import { wordsOf, tokensOf } from '@/lib/search/tokens';
import { listCandidates, type Candidate } from './candidates';
import { listNamed } from './search-hits';
import { vocabulary } from './vocabulary';

export type Suggestion = Pick<Candidate, 'kind' | 'slug' | 'title' | 'description'>;

/** Packages and grids whose name, or an end of it, begins so, however its words are parted; where none does, as it may have been meant. */
export function listSuggestions(text: string, limit: number): Suggestion[] {
  const beginning = wordsOf(text).join('');
  if (beginning === '') return [];
  const numbers = listNamed(beginning, limit);
  const found = listCandidates(numbers.length > 0 ? numbers : listCorrected(text, limit));
  return found.map(({ kind, slug, title, description }) => ({ kind, slug, title, description }));
}

function listCorrected(text: string, limit: number): number[] {
  const { corrected } = expand(tokensOf(text), vocabulary);
  return corrected === undefined ? [] : listNamed(corrected.join(''), limit);
}
