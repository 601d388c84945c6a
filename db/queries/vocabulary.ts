import { sql } from 'drizzle-orm';
import { allowedEdits, editDistance, editsOf } from '@/lib/search/distance';
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

/** Whether the words stand somewhere in the index, one after the other. */
function isKnown(words: string[]): boolean {
  const match = matchExpression({ groups: [[words]], phrases: [], excluded: [] });
  return match !== undefined && known().get({ match }) !== undefined;
}

/** A misspelling seldom harms both the first and the last letters of a word. */
const SOUND = 3;

/** So many words that begin or end alike are compared, which takes a millisecond or two. */
const MOST_COMPARED = 1500;

/** Above every letter of any script. */
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

/** The words of the index that a misspelt one may have been meant for: all that are one edit away, else those that are two. */
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

/** Words of the index that begin so, by the alphabet. */
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

/** What people say in place of a word or of words one after the other. */
export function listSynonyms(words: string[]): string[][] {
  return synonyms()
    .all({ term: words.join(' ') })
    .map(({ other }) => other.split(' '));
}

/** What the index can say of the words of a query. */
export const vocabulary = { isKnown, listNearTerms, listTermsFrom, listSynonyms };
