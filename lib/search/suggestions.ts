import { z } from 'zod';
import { single } from '@/lib/list/query';
import { expand } from './expand';
import type { PageAddress } from './page-address';
import type { IndexedRecord, SearchIndex } from './search-index';
import { tokensOf, wordsOf } from './tokens';

/** Maximum length in characters, as on djangopackages.org; longer texts get no suggestions. */
const LONGEST = 100;

export const suggestionQuery = z.object({
  q: single.pipe(z.string().trim().max(LONGEST).catch('')),
});

export type Suggestion = Pick<IndexedRecord, 'kind' | 'slug' | 'title' | 'description'>;

/** The part of a record that a suggestion shows. */
export const suggestionOf = ({ kind, slug, title, description }: IndexedRecord): Suggestion => ({
  kind,
  slug,
  title,
  description,
});

/** Packages and grids whose name, from any of its words on, starts with the text, ignoring word breaks; if none, tries a correction. */
export function listSuggestions(index: SearchIndex, text: string, limit: number): Suggestion[] {
  const beginning = wordsOf(text).join('');
  if (beginning === '') return [];
  const named = index.listNamed(beginning, limit);
  const numbers = named.length > 0 ? named : listCorrected(index, text, limit);
  return index.listCandidates(numbers).map(suggestionOf);
}

function listCorrected(index: SearchIndex, text: string, limit: number): number[] {
  const { corrected } = expand(tokensOf(text), index.vocabulary);
  return corrected === undefined ? [] : index.listNamed(corrected.join(''), limit);
}

/** The path of a suggestion's page. */
export function suggestionPath({ kind, slug }: PageAddress): string {
  return kind === 'package' ? `/packages/p/${slug}/` : `/grids/g/${slug}/`;
}
