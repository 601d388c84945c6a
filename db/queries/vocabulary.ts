import { sql } from 'drizzle-orm';
import { allowedEdits, editDistance, editsOf } from '@/lib/search/distance';
import type { Vocabulary } from '@/lib/search/expand';
import { matchExpression } from '@/lib/search/match';
import { prepared } from '../client';
import { searchSynonyms, searchTerms, searchText } from '../schema/search';

const known = prepared((db) =>
  db
    .select({ number: searchText.number })
    .from(searchText)
    .where(sql`search_text match ${sql.placeholder('match')}`)
    .limit(1)
    .prepare(),
);

/** Whether the index contains these words in sequence. */
function isKnown(words: string[]): boolean {
  const match = matchExpression({ groups: [[words]], phrases: [], excluded: [] });
  return known().get({ match }) !== undefined;
}

/** Number of letters that must match at the start or end; a misspelling seldom affects both. */
const SOUND = 3;

/** Maximum number of words compared per shared beginning or ending; takes 1 to 2 ms. */
const MOST_COMPARED = 1500;

/** The highest code point, which sorts after every letter. */
const LAST = '\u{10ffff}';

const begin = sql.placeholder('begin');
const end = sql.placeholder('end');

const alike = (column: typeof searchTerms.term | typeof searchTerms.reversed) =>
  prepared((db) =>
    db
      .select({ term: searchTerms.term })
      .from(searchTerms)
      .where(sql`${column} >= ${begin} and ${column} < ${end}`)
      .limit(MOST_COMPARED)
      .prepare(),
  );

const beginsAlike = alike(searchTerms.term);
const endsAlike = alike(searchTerms.reversed);

const present = prepared((db) =>
  db
    .select({ term: searchTerms.term })
    .from(searchTerms)
    .where(sql`${searchTerms.term} in (select value from json_each(${sql.placeholder('terms')}))`)
    .prepare(),
);

/** Indexed words that a misspelt word may have meant: all that are one edit away, otherwise those two edits away. */
export function listNearTerms(word: string): string[] {
  const most = allowedEdits(word.length);
  if (most === 0) return [];
  const nearest = present()
    .all({ terms: JSON.stringify(editsOf(word)) })
    .map(({ term }) => term);
  return nearest.length > 0 || most === 1 ? nearest : listTermsTwoAway(word, most);
}

function listTermsTwoAway(word: string, most: number): string[] {
  const first = word.slice(0, SOUND);
  const last = Array.from(word).reverse().slice(0, SOUND).join('');
  const rows = [
    ...beginsAlike().all({ begin: first, end: first + LAST }),
    ...endsAlike().all({ begin: last, end: last + LAST }),
  ];
  return [...new Set(rows.map(({ term }) => term))]
    .filter((term) => editDistance(word, term, most) <= most)
    .sort((a, b) => a.length - b.length);
}

const beginning = prepared((db) =>
  db
    .select({ term: searchTerms.term })
    .from(searchTerms)
    .where(sql`${searchTerms.term} >= ${begin} and ${searchTerms.term} < ${end}`)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Indexed words that start with this prefix, in alphabetical order. */
export function listTermsFrom(beginningOf: string, limit: number): string[] {
  return beginning()
    .all({ begin: beginningOf, end: beginningOf + LAST, limit })
    .map(({ term }) => term);
}

const synonyms = prepared((db) =>
  db
    .select({ other: searchSynonyms.other })
    .from(searchSynonyms)
    .where(sql`${searchSynonyms.term} = ${sql.placeholder('term')}`)
    .prepare(),
);

/** Synonyms of a word or phrase. */
export function listSynonyms(words: string[]): string[][] {
  return synonyms()
    .all({ term: words.join(' ') })
    .map(({ other }) => other.split(' '));
}

/** The vocabulary of the search index. */
export const vocabulary: Vocabulary = { isKnown, listNearTerms, listTermsFrom, listSynonyms };
