import { expect, test } from 'vitest';
import { pageMeta, readPage } from '@/lib/api/v3/pagination';

test.each([
  ['', 20, 0],
  ['limit=5&offset=7', 5, 7],
  ['limit=&offset=', 20, 0],
  ['limit=x&offset=1.5', 20, 0],
  ['limit=+5&offset=%2B7', 5, 7],
  ['limit=1_000', 1000, 0],
  ['limit=1__0&offset=_1', 20, 0],
  ['limit=1&limit=2', 2, 0],
  ['limit=0', 0, 0],
  [`limit=10001&offset=${'9'.repeat(400)}`, 10_000, 1_000_000_000_000],
])('"%s" means %i from %i', (query, limit, offset) => {
  expect(readPage(new URLSearchParams(query))).toEqual({ limit, offset });
});

test.each(['limit=-1', 'offset=-1', 'limit=5&offset=-20'])('"%s" is refused', (query) => {
  expect(readPage(new URLSearchParams(query))).toBeUndefined();
});

test.each([
  [{ limit: 2, offset: 0 }, '/p/?limit=2&offset=2', null],
  [{ limit: 2, offset: 1 }, '/p/?limit=2&offset=3', '/p/?limit=2&offset=0'],
  [{ limit: 2, offset: 3 }, null, '/p/?limit=2&offset=1'],
  [{ limit: 2, offset: 50 }, null, '/p/?limit=2&offset=48'],
  [{ limit: 0, offset: 0 }, '/p/?limit=0&offset=0', null],
  [{ limit: 0, offset: 3 }, '/p/?limit=0&offset=3', '/p/?limit=0&offset=3'],
])('%j of five has the neighbours %s and %s', (page, next, previous) => {
  expect(pageMeta('/p/', page, 5)).toEqual({ ...page, next, previous, total_count: 5 });
});
