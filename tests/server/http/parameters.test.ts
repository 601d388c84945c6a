import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keptUrl } from '@/server/http/cache/kept-url';
import { parametersOf, parametersOfApi } from '@/server/http/cache/parameters';

const APP = join(import.meta.dirname, '..', '..', '..', 'app');

/** The routes but those of the API, each with the text of its file. */
const routes = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith('api/'))
  .map((file) => ({
    path: `/${dirname(file)
      .split('/')
      .filter((it) => it !== '.' && !it.startsWith('('))
      .join('/')}`,
    text: readFileSync(join(APP, file), 'utf8'),
  }));

/** How a file gets at the query. */
const LOOKS = /searchParams|exportComparison|serveSection/;

test('of each route that looks at a query it is known what it looks at, and of no other', () => {
  const looking = routes.filter(({ text }) => LOOKS.test(text)).map(({ path }) => path);
  const known = routes.filter(({ path }) => parametersOf(path).size > 0).map(({ path }) => path);
  expect(looking.length).toBeGreaterThan(20);
  expect(known.toSorted()).toEqual(looking.toSorted());
});

test.each([
  ['/about/?q=1', '/about', '/about/'],
  ['/about/', '/about', '/about/'],
  ['/packages/?', '/packages', '/packages/'],
  ['/packages/?sort=-stars&q=a+b&x=1', '/packages', '/packages/?q=a+b&sort=-stars'],
  ['/packages/?q=100%&page=2', '/packages', '/packages/?page=2&q=100%25'],
  ['/packages/?q=a?b=c', '/packages', '/packages/?q=a%3Fb%3Dc'],
  ['/grids/g/cms/?has=b&has=a', '/grids/g/[slug]', '/grids/g/cms/?has=b&has=a'],
  ['/grids/g/cms/?%73ort=x', '/grids/g/[slug]', '/grids/g/cms/?sort=x'],
  ['/ghost/?q=1', undefined, undefined],
  ['http://a.test/about/', '/about', undefined],
  ['/api/v4/packages/?offset=1&limit=2', undefined, '/api/v4/packages/?offset=1&limit=2'],
  ['/api/v4/packages/?limit=2&mine=1', undefined, undefined],
  ['/api/v4/packages/?limit=2&limit=2', undefined, undefined],
  [
    '/api/v4/packages/celery.json?format=json',
    undefined,
    '/api/v4/packages/celery.json?format=json',
  ],
  ['/api/v4/ghosts/?limit=2', undefined, undefined],
  ['/api/v4/ghosts/', undefined, '/api/v4/ghosts/'],
  ['/api/v3/packages/?limit=2', undefined, '/api/v3/packages/?limit=2'],
])('of %s as an address of %s counts %s', (url, route, kept) => {
  expect(keptUrl(url, route)).toBe(kept);
});

test('every parameter of an operation counts', () => {
  expect([...(parametersOfApi('/api/v4/packages/celery/') ?? [])]).toContain('format');
  expect([...(parametersOfApi('/api/v4/packages/') ?? [])]).toEqual(
    expect.arrayContaining(['limit', 'offset', 'category', 'format']),
  );
  expect(parametersOfApi('/api/v4/packages/celery/ghost/')).toBeUndefined();
});
