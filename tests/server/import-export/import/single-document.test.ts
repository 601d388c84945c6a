import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { categories, grids, packages } from '@/db/schema';
import { useEmptyDatabase } from '@/tests/tools/database';
import { importHere } from '@/tests/tools/import-here';
import { category, grid, plainPackage } from '@/tests/tools/v4-documents';

useEmptyDatabase();

let origin = '';
let asked: string[] = [];

/** The documents of the host by path; their links lead to the host itself by default. */
let documents: Record<string, object> = {};

const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  const document = documents[new URL(url, origin).pathname];
  response.writeHead(document ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(document ?? { detail: 'Not found.' }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') {
    origin = `http://127.0.0.1:${address.port}`;
  }
});
afterAll(() => {
  server.close();
});

beforeEach(() => {
  const db = database();
  for (const table of [packages, grids, categories]) db.delete(table).run();
  asked = [];
  documents = {
    '/api/v4/packages/acme/': { ...plainPackage, category: `${origin}/api/v4/categories/1/` },
    '/api/v4/categories/1/': category,
    '/api/v4/grids/5/': grid,
  };
});

const fast = ['--rate', '1000', '--back-off', '0.01', '--retries', '0'];
const importFrom = (path: string) => importHere([origin + path, ...fast]);

test('importing one package into an empty database also imports its category', async () => {
  const { status, output } = await importFrom('/api/v4/packages/acme/');
  expect(output).toContain('1 category: 1 added');
  expect(output).toContain('1 package: 1 added');
  expect(status).toBe(0);
  expect(findPackage('acme')?.category).toMatchObject({ slug: 'apps' });
  expect(asked).toEqual(['/api/v4/packages/acme/?include=facts', '/api/v4/categories/1/']);
});

test('does not fetch a category that exists', async () => {
  await importFrom('/api/v4/packages/acme/');
  asked = [];
  const again = await importFrom('/api/v4/packages/acme/');
  expect(again.output).toContain('1 package: 0 added, 0 changed, 1 untouched');
  expect(asked).toEqual(['/api/v4/packages/acme/?include=facts']);
});

test('importing a list of packages fetches each needed category once', async () => {
  const inCategory = (id: number, categoryId: number) => ({
    ...plainPackage,
    ...{ id, slug: `acme-${id}`, repo_url: `https://github.com/acme/${id}` },
    category: `${origin}/api/v4/categories/${categoryId}/?format=api`,
  });
  documents['/api/v4/packages/'] = {
    count: 3,
    next: null,
    previous: null,
    results: [inCategory(1, 1), inCategory(2, 1), inCategory(3, 2)],
  };
  documents['/api/v4/categories/2/'] = { ...category, id: 2, slug: 'other' };
  const { output } = await importFrom('/api/v4/packages/');
  expect(output).toContain('2 categories: 2 added');
  expect(output).toContain('3 packages: 3 added');
  expect(asked.filter((url) => url.includes('categories'))).toEqual([
    '/api/v4/categories/1/',
    '/api/v4/categories/2/',
  ]);
});

test.each([
  ['the host does not have', () => `${origin}/api/v4/categories/9/`],
  ['is elsewhere', () => 'http://127.0.0.1:9/api/v4/categories/1/'],
])('skips a package whose category %s, and reports why', async (_, link) => {
  documents['/api/v4/packages/acme/'] = { ...plainPackage, category: link() };
  await expect(importFrom('/api/v4/packages/acme/')).rejects.toThrow(
    'Nothing to import was found at',
  );
  expect(findPackage('acme')).toBeUndefined();
  expect(asked.some((url) => url.startsWith('/api/v4/categories/1'))).toBe(false);
});

test('a single grid needs nothing else', async () => {
  const { output } = await importFrom('/api/v4/grids/5/');
  expect(output).toContain('1 grid: 1 added');
  expect(output).toContain('1 of its packages are neither here nor in the source: 9001');
});
