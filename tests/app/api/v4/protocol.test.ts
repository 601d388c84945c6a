import { expect, test } from 'vitest';
import * as categories from '@/app/api/v4/categories/route';
import * as category from '@/app/api/v4/categories/[lookup]/route';
import * as grids from '@/app/api/v4/grids/route';
import * as grid from '@/app/api/v4/grids/[lookup]/route';
import * as packages from '@/app/api/v4/packages/route';
import * as packageRoute from '@/app/api/v4/packages/[lookup]/route';
import * as root from '@/app/api/v4/route';
import * as search from '@/app/api/v4/search/route';
import { useShippedCatalogue } from '@/tests/tools/database';
import { sendAsServer } from '@/tests/tools/send-as-server';
import { ask } from './ask';

useShippedCatalogue();

const resources = [
  { path: '/api/v4/', handlers: root, params: {}, name: 'Api Root' },
  { path: '/api/v4/packages/', handlers: packages, params: {}, name: 'Package List' },
  {
    path: '/api/v4/packages/631/',
    handlers: packageRoute,
    params: { lookup: '631' },
    name: 'Package Instance',
  },
  { path: '/api/v4/grids/', handlers: grids, params: {}, name: 'Grid List' },
  {
    path: '/api/v4/grids/116/',
    handlers: grid,
    params: { lookup: '116' },
    name: 'Grid Instance',
  },
  { path: '/api/v4/categories/', handlers: categories, params: {}, name: 'Category List' },
  {
    path: '/api/v4/categories/1/',
    handlers: category,
    params: { lookup: '1' },
    name: 'Category Instance',
  },
  { path: '/api/v4/search/', handlers: search, params: {}, name: 'Search V3 List' },
];

type Answer = Awaited<ReturnType<typeof ask>>;

function expectHeaders(answer: Answer, vary: string) {
  expect(answer.header('content-type')).toBe('application/json');
  expect(answer.header('allow')).toBe('GET, HEAD, OPTIONS');
  expect(answer.header('vary')).toBe(vary);
}

test.each(resources)('GET and HEAD $path', async ({ path, handlers, params }) => {
  const answer = await ask(handlers, path, { params });
  expect(answer.status).toBe(200);
  expectHeaders(answer, 'Accept, Cookie');

  const head = await ask(handlers, path, { method: 'HEAD', params });
  expect([head.status, head.text]).toEqual([200, '']);
  expectHeaders(head, 'Accept, Cookie');
});

test.each(resources)('OPTIONS $path', async ({ path, handlers, params, name }) => {
  const answer = await ask(handlers, path, { method: 'OPTIONS', params });
  expect(answer.status).toBe(200);
  expectHeaders(answer, 'Accept, Cookie');
  expect(answer.document()).toMatchObject({
    name,
    renders: ['application/json', 'text/html'],
    parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
  });
});

test('OPTIONS of an unknown package returns the same bytes', async () => {
  const params = { lookup: 'nope' };
  const { status, text } = await ask(packageRoute, '/api/v4/packages/nope/', {
    method: 'OPTIONS',
    params,
  });
  expect([status, text]).toEqual([
    200,
    '{"name":"Package Instance","description":"API endpoint that allows packages to be viewed or edited.",' +
      '"renders":["application/json","text/html"],' +
      '"parses":["application/json","application/x-www-form-urlencoded","multipart/form-data"]}',
  ]);
});

test.each(resources)('$path allows no other method', async ({ path, handlers, params }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    const answer = await ask(handlers, path, { method, params });
    expect([answer.status, answer.text]).toEqual([
      405,
      `{"detail":"Method \\"${method}\\" not allowed."}`,
    ]);
    expectHeaders(answer, 'Accept, Cookie');
  }
});

test.each(resources)('$path in an unknown format is not found', async (resource) => {
  const { path, handlers, params } = resource;
  for (const method of ['GET', 'OPTIONS', 'POST'] as const) {
    const answer = await ask(handlers, `${path}?format=xml`, { method, params });
    expect([answer.status, answer.text]).toEqual([404, '{"detail":"Not found."}']);
    expectHeaders(answer, 'Accept');
  }
});

test.each(resources)('$path has no image format', async ({ path, handlers, params }) => {
  const answer = await ask(handlers, path, { headers: { Accept: 'image/png' }, params });
  expect([answer.status, answer.text]).toEqual([
    406,
    '{"detail":"Could not satisfy the request Accept header."}',
  ]);
  expectHeaders(answer, 'Accept');
});

test('HEAD of an unknown package is 404 without a body', async () => {
  const answer = await ask(packageRoute, '/api/v4/packages/nope/', {
    method: 'HEAD',
    params: { lookup: 'nope' },
  });
  expect([answer.status, answer.text]).toEqual([404, '']);
});

test('documents that change with time have no Last-Modified', async () => {
  const known = { 'if-modified-since': new Date(Date.now() + 86_400_000).toUTCString() };
  const send = async (handlers: typeof root, path: string) => {
    const request = new Request(`http://localhost:3000${path}`);
    return sendAsServer(await handlers.GET(request, { params: Promise.resolve({}) }), path, known);
  };
  const dated = await send(root, '/api/v4/');
  const timely = await send(search, '/api/v4/search/?q=celery');
  // A change within the last two seconds leaves the date out; both are then sent whole.
  expect(dated.status).toBe(dated.header('last-modified') === null ? 200 : 304);
  expect([timely.status, timely.header('last-modified')]).toEqual([200, null]);
});

test('links use the requested host, unless it is invalid', async () => {
  const linkFor = async (Host: string) =>
    (await ask(root, '/api/v4/', { headers: { Host, 'X-Forwarded-Host': 'evil.example' } })).text;
  expect(await linkFor('packages.test:8080')).toContain(
    '"http://packages.test:8080/api/v4/grids/"',
  );
  expect(await linkFor('evil/<x>')).toContain('"http://localhost:3000/api/v4/grids/"');
});
