import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerMethod } from '@/server/http/methods';
import { routesOf } from '@/lib/routes/match';

const findRoute = routesOf([
  '/(read)/about/page',
  '/(embed)/embed/grids/[slug]/page',
  '/(edit)/account/page',
  '/feeds/latest/[format]/route',
  '/api/v4/packages/route',
  '/api/v3/[...path]/route',
]);
const server = createServer((asked, response) => {
  if (!answerMethod(findRoute, asked, response)) response.end('passed on');
});
let port = 0;

beforeAll(async () => {
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
});

afterAll(() => {
  server.close();
});

function ask(method: string, path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; allow: string | undefined }>((resolve) => {
    request({ port, path, method, headers, agent: false }, (response) => {
      resolve({ status: response.statusCode, allow: response.headers.allow });
      response.resume();
    }).end();
  });
}

const READ = [
  ...['/about/', '/about/?a=b', '/embed/grids/x/', '/health/', '/feeds/latest/rss/'],
  // Files, redirects and missing pages: Next would treat a form as one of its actions.
  ...['/icon.svg', '/about', '/ghost/', '/api/', '/api/ghost/', '/_next/static/a.js'],
];

test.each(READ)('%s is read-only', async (path) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(await ask(method, path)).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' });
  }
  expect(await ask('OPTIONS', path)).toEqual({ status: 204, allow: 'GET, HEAD, OPTIONS' });
  for (const method of ['GET', 'HEAD']) expect((await ask(method, path)).allow).toBeUndefined();
});

test('a form is accepted from its own site only, by POST', async () => {
  const own = `http://localhost:${port}`;
  expect(await ask('POST', '/account/', { origin: own })).toMatchObject({ status: 200 });
  for (const origin of ['https://evil.example', 'null', '', `${own}.evil.example`, undefined]) {
    const headers = origin === undefined ? {} : { origin };
    expect(await ask('POST', '/account/', headers)).toMatchObject({ status: 403 });
  }
  const refused = { status: 405, allow: 'GET, POST, HEAD, OPTIONS' };
  expect(await ask('DELETE', '/account/', { origin: own })).toEqual(refused);
  expect(await ask('OPTIONS', '/account/')).toEqual({ ...refused, status: 204 });
});

test.each(['/api/v4/packages/', '/api/v4/packages.json', '/api/v3/ghosts/'])(
  '%s handles other methods itself',
  async (path) => {
    for (const method of ['POST', 'OPTIONS']) {
      expect(await ask(method, path)).toEqual({ status: 200, allow: undefined });
    }
  },
);

test.each(['/api/v4/ghosts/', '/api/v5/', '/api/v4/ghosts.json'])(
  '%s is not found, whatever the method',
  async (path) => {
    for (const method of ['POST', 'PUT', 'OPTIONS', 'DELETE']) {
      expect(await ask(method, path)).toEqual({ status: 404, allow: undefined });
    }
  },
);
