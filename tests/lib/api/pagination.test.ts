import { expect, test } from 'vitest';
import { pageDocument } from '@/lib/api/pagination';

const path = 'https://example.org/api/v4/packages/';

function links(query: string, limit: number, offset: number, count: number) {
  const address = { path, params: new URLSearchParams(query) };
  const { next, previous } = pageDocument(address, { limit, offset, count }, []);
  return [next?.replace(path, '') ?? null, previous?.replace(path, '') ?? null];
}

test('a list of one page has no neighbours', () => {
  expect(links('', 20, 0, 20)).toEqual([null, null]);
  expect(links('', 20, 0, 0)).toEqual([null, null]);
});

test('the first page links the next', () => {
  expect(links('', 20, 0, 21)).toEqual(['?limit=20&offset=20', null]);
});

test('the second page links the first without an offset', () => {
  expect(links('offset=20', 20, 20, 60)).toEqual(['?limit=20&offset=40', '?limit=20']);
});

test('a page that starts within the first links it too', () => {
  expect(links('limit=20&offset=5', 20, 5, 60)).toEqual(['?limit=20&offset=25', '?limit=20']);
});

test('past the end there is a previous page but no next', () => {
  expect(links('offset=1000', 20, 1000, 60)).toEqual([null, '?limit=20&offset=980']);
});

test('other parameters are kept and sorted, and a repeated limit appears once', () => {
  expect(links('q=x&limit=9&limit=2&format=json&q=y&~=*', 2, 0, 60)).toEqual([
    '?format=json&limit=2&offset=2&q=x&q=y&~=%2A',
    null,
  ]);
});
