import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findRow, parametersOf, routePaths } from '@/lib/routes/find';
import { declaredQuery } from '@/lib/routes/query';
import { keptUrl } from '@/lib/http/url/kept-url';

const APP = join(import.meta.dirname, '..', '..', '..', 'app');

/** Every route, with the text of its file. */
const routes = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => ({ path: pathOf(file), text: readFileSync(join(APP, file), 'utf8') }));

function pathOf(file: string): string {
  const folders = dirname(file).split('/');
  return `/${folders.filter((it) => it !== '.' && !it.startsWith('(')).join('/')}`;
}

const isOfApi = ({ path }: { path: string }) => path.startsWith('/api/');

test('every page and route handler has a row in the table', () => {
  expect(routes.length).toBeGreaterThan(70);
  expect(routes.filter(({ path }) => !findRow(path)).map(({ path }) => path)).toEqual([]);
});

test('every row of the table is a page or route handler', () => {
  const paths = routes.map(({ path }) => path);
  expect(routePaths.filter((path) => !paths.includes(path))).toEqual([]);
});

/** How a file accesses the query. */
const LOOKS = /searchParams|exportComparison|serveSection/;

/** The same without whitespace: any access, and the one that drops undeclared parameters. */
const READS = /await(props\.)?searchParams|\.searchParams/;
const DECLARED =
  /declaredQuery\(route,(await(props\.)?searchParams|newURL\(request\.url\)\.searchParams),?\)/g;

test('a route has parameters in the table exactly if it reads the query', () => {
  const ofSite = routes.filter((route) => !isOfApi(route));
  const looking = ofSite.filter(({ text }) => LOOKS.test(text)).map(({ path }) => path);
  const known = ofSite.filter(({ path }) => parametersOf(path).size > 0).map(({ path }) => path);
  expect(looking.length).toBeGreaterThan(20);
  expect(known.toSorted()).toEqual(looking.toSorted());
});

test('every page and handler reads only parameters that its row declares', () => {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('api/'),
  );
  const unfiltered = files.filter((file) => {
    const text = readFileSync(join(APP, file), 'utf8').replaceAll(/\s+/g, '');
    const own = `declaredQuery('${pathOf(file)}',`;
    const rest = text.replaceAll(own, 'declaredQuery(route,').replaceAll(DECLARED, '');
    return READS.test(rest);
  });
  expect(files.length).toBeGreaterThan(90);
  expect(unfiltered).toEqual([]);
});

test('a parameter that the row of a route doesn’t declare is dropped', () => {
  const given = { sort: 'title', page: ['1', '2'], utm_source: 'a' };
  expect(declaredQuery('/packages', given)).toEqual({ sort: 'title', page: ['1', '2'] });
  const search = new URLSearchParams('p=2&q=a');
  expect(declaredQuery('/sitemap-grids.xml', search)).toEqual({ p: ['2'] });
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
  ['/api/v4/packages/?offset=1&limit=2', '/api/v4/packages', '/api/v4/packages/?offset=1&limit=2'],
  ['/api/v4/packages/?limit=2&mine=1', '/api/v4/packages', undefined],
  ['/api/v4/packages/?limit=2&limit=2', '/api/v4/packages', undefined],
  [
    '/api/v4/packages/celery.json?format=json',
    '/api/v4/packages/[lookup]',
    '/api/v4/packages/celery.json?format=json',
  ],
  ['/api/v4/ghosts/?limit=2', undefined, undefined],
  ['/api/v4/ghosts/', undefined, '/api/v4/ghosts/'],
  ['/api/v3/packages/?limit=2', '/api/v3/packages', '/api/v3/packages/?limit=2'],
])('%s, for the route %s, has the cache key %s', (url, route, kept) => {
  expect(keptUrl(url, route)).toBe(kept);
});

test('every parameter of an operation counts', () => {
  expect([...parametersOf('/api/v4/packages/[lookup]')]).toContain('format');
  expect([...parametersOf('/api/v4/packages')]).toEqual(
    expect.arrayContaining(['limit', 'offset', 'category', 'format']),
  );
  expect(findRow('/api/v4/packages/[lookup]/ghost')).toBeUndefined();
});
