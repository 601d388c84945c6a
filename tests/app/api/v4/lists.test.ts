import { expect, test } from 'vitest';
import { z } from 'zod';
import * as categories from '@/app/api/v4/categories/route';
import * as grids from '@/app/api/v4/grids/route';
import * as packages from '@/app/api/v4/packages/route';
import * as root from '@/app/api/v4/route';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();
process.env['SITE_URL'] = 'https://example.org';

const page = z.object({
  count: z.number(),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  results: z.array(z.looseObject({ id: z.number() })),
});

async function readPage(handlers: typeof packages, path: string) {
  const { status, document } = await ask(handlers, path);
  expect(status).toBe(200);
  const read = page.parse(document());
  return { ...read, ids: read.results.map((it) => it.id) };
}

test('the root links the four lists in the order of the reference', async () => {
  const { text } = await ask(root, '/api/v4/');
  expect(text).toBe(
    '{"packages":"https://example.org/api/v4/packages/","search":"https://example.org/api/v4/search/",' +
      '"grids":"https://example.org/api/v4/grids/","categories":"https://example.org/api/v4/categories/"}',
  );
});

test('the links of the root keep the format', async () => {
  const { document } = await ask(root, '/api/v4/?format=json&x=1');
  expect(document()).toMatchObject({ grids: 'https://example.org/api/v4/grids/?format=json' });
});

test.each([
  ['packages', packages, 186],
  ['grids', grids, 31],
  ['categories', categories, 5],
])(
  '%s: following next from the first page lists every record once, newest first',
  async (...list) => {
    const [name, handlers, total] = list;
    const seen: number[] = [];
    let path: string | null = `/api/v4/${name}/?limit=7`;
    while (path !== null) {
      const { count, next, ids } = await readPage(handlers, path);
      expect(count).toBe(total);
      seen.push(...ids);
      path = next?.replace('https://example.org', '') ?? null;
    }
    expect(seen).toHaveLength(total);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  },
);

test('the default limit is 20', async () => {
  const { ids, next, previous } = await readPage(packages, '/api/v4/packages/');
  expect(ids).toHaveLength(20);
  expect(next).toBe('https://example.org/api/v4/packages/?limit=20&offset=20');
  expect(previous).toBeNull();
});

test('a low limit is allowed', async () => {
  const { ids, next } = await readPage(packages, '/api/v4/packages/?limit=100000');
  expect(ids).toHaveLength(186);
  expect(next).toBeNull();
});

test('a page past the end has only a previous link', async () => {
  const { count, ids, next, previous } = await readPage(packages, '/api/v4/packages/?offset=500');
  expect({ count, ids, next, previous }).toEqual({
    count: 186,
    ids: [],
    next: null,
    previous: 'https://example.org/api/v4/packages/?limit=20&offset=480',
  });
});

test('unknown parameters filter nothing and stay in the links', async () => {
  const path = '/api/v4/grids/?x=wagtail&limit=2&format=json';
  const { count, next, results } = await readPage(grids, path);
  expect(count).toBe(31);
  expect(next).toBe('https://example.org/api/v4/grids/?format=json&limit=2&offset=2&x=wagtail');
  expect(results[0]?.['packages']).toContainEqual(expect.stringMatching(/\/\d+\/\?format=json$/));
});

test.each([
  'limit=0',
  'limit=-1',
  'limit=x&offset=x',
  'offset=-1',
  'limit=&offset=',
  `limit=${'9'.repeat(400)}`,
  `offset=${'9'.repeat(400)}`,
  `x=${'x'.repeat(10_240)}`,
  'q=%00&limit=%00',
  'x=%F0%9F%90%8D&%F0%9F%90%8D',
  'x=%ff%zz&%',
  'q=&category=&active=&ordering=&modified_since=',
  'limit=1&limit=2&offset=1&offset=2&x=1&x=2',
  '__proto__=1&constructor=2&toString=3',
])('odd query %# returns a normal list', async (query) => {
  expect((await readPage(packages, `/api/v4/packages/?${query}`)).count).toBe(186);
});
