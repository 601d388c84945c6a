import { expect, test } from 'vitest';
import { findHits, listHits } from '@/db/queries/search';
import { listFoundGrids, listFoundPackages } from '@/db/queries/search-results';
import { markWords } from '@/lib/search/marks';
import { readQuery } from '@/lib/search/query';
import { isStopWord } from '@/lib/search/stop-words';
import { tokensOf } from '@/lib/search/tokens';
import { useShippedCatalogue } from '@/tests/tools/database';
import { judgedQueries } from './judged-queries';

useShippedCatalogue();

const page = { offset: 0, limit: 20 };

/** The highlighted parts of the first results. */
function marksOf(query: string): string[] {
  const found = findHits(readQuery(query));
  const hits = listHits(found, page);
  const idsOf = (kind: string) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const records = [...listFoundPackages(idsOf('package')), ...listFoundGrids(idsOf('grid'))];
  return records
    .flatMap(({ title, description }) => [title, description])
    .flatMap((text) => markWords(text, found.terms.groups))
    .filter(({ isMarked }) => isMarked)
    .map(({ text }) => text);
}

const isTelling = (text: string) => tokensOf(text).some((token) => !isStopWord(token));

test('no search highlights a stop word by itself, such as the in of sign in', () => {
  const queries = ['login', 'log in', 'sign in', ...judgedQueries.map(({ query }) => query)];
  const wrong = queries
    .filter(isTelling)
    .map((query) => ({ query, marks: marksOf(query).filter((text) => !isTelling(text)) }))
    .filter(({ marks }) => marks.length > 0);
  expect(wrong).toEqual([]);
  expect(marksOf('login').length).toBeGreaterThan(10);
}, 60_000);
