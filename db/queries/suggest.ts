import { expand } from '@/lib/search/expand';
import { wordsOf, tokensOf } from '@/lib/search/tokens';
import { listCandidates, type CandidateRow } from './search-candidates';
import { listNamed } from './search-hits';
import { vocabulary } from './vocabulary';

export type Suggestion = Pick<CandidateRow, 'kind' | 'slug' | 'title' | 'description'>;

/** Packages and grids whose name, from any of its words on, starts with the text, ignoring word breaks; if none, tries a correction. */
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
