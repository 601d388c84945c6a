import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routesOf } from '@/lib/routes/match';
import { readRoutes } from '@/server/http/read-routes';

const routes = [
  '/(read)/page',
  '/(read)/about/page',
  '/(read)/api/page',
  '/(read)/packages/p/[slug]/page',
  '/(read)/packages/p/[slug]/opengraph.png/route',
  '/(read)/packages/page',
  '/(read)/readiness/[product]/[cycle]/page',
  '/(read)/dumps/[file]/route',
  '/(embed)/embed/grids/[slug]/page',
  '/(edit)/packages/p/[slug]/edit/page',
  '/(edit)/packages/p/new/page',
  '/(edit)/(account)/account/[[...step]]/page',
  '/(read)/help/[...topics]/page',
  '/api/v3/[...path]/route',
  '/api/v4/packages/[lookup]/route',
  '/robots.txt/route',
  '/_not-found/page',
];
const sectionOf = (url: string) => routesOf(routes)(url)?.section;

test.each([
  ['/', 'read'],
  ['/about/', 'read'],
  ['/about', 'read'],
  ['/about/?q=/api/v4/', 'read'],
  ['/api/', 'read'],
  ['/packages/p/celery/', 'read'],
  ['/packages/p/django%2Drq/', 'read'],
  ['/packages/p/a%2Fb/', 'read'],
  ['/packages/p/x.y/', 'read'],
  ['/%61bout/', 'read'],
  ['http://example.org/about/?a', 'read'],
  ['/packages/../about/', 'read'],
  ['\\about\\', 'read'],
  ['/help/a/b/c/', 'read'],
  ['/embed/grids/task-queues/', 'embed'],
  ['/packages/p/celery/edit/', 'edit'],
  ['/account/', 'edit'],
  ['/account/a/b/', 'edit'],
])('%s is a page of the section %s', (url, section) => {
  expect(sectionOf(url)).toBe(section);
});

test.each([
  '/packages/p/celery/opengraph.png',
  '/dumps/catalogue.ndjson.gz',
  '/api/v3/packages/celery/',
  '/api/v4/packages/celery/',
  '/robots.txt',
  '/packages/p/',
  '/packages/p/celery/ghost/',
  '/help/',
  '/About/',
  '/ghost/',
  '/_not-found/',
  '/constructor/',
  '/%ff/',
  '*',
])('%j is not a page', (url) => {
  expect(sectionOf(url)).toBeUndefined();
});

test('a fixed segment takes precedence over a dynamic one, whatever their order', () => {
  for (const given of [routes, routes.toReversed()]) {
    const find = routesOf(given);
    expect(find('/packages/p/new/')?.path).toBe('/packages/p/new');
    expect(find('/packages/p/new/edit/')?.path).toBe('/packages/p/[slug]/edit');
    expect(find('/packages/p/newer/')?.path).toBe('/packages/p/[slug]');
  }
});

test('the pages of a build are known', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-routes-'));
  mkdirSync(join(folder, 'server'));
  const built = Object.fromEntries(routes.map((route) => [route, `app${route}.js`]));
  writeFileSync(join(folder, 'server', 'app-paths-manifest.json'), JSON.stringify(built));
  expect(readRoutes(folder)('/packages/p/celery/')).toEqual({
    path: '/packages/p/[slug]',
    section: 'read',
  });
  rmSync(folder, { recursive: true });
});
