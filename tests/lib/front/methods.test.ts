import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerMethod } from '@/lib/front/methods';
import { routesOf } from '@/lib/front/routes';

const findRoute = routesOf([
  '/(read)/about/page',
  '/(embed)/embed/grids/[slug]/page',
  '/(edit)/account/page',
  '/api/v4/packages/route',
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

function ask(method: string, path: string) {
  return new Promise<{ status: number | undefined; allow: string | undefined }>((resolve) => {
    request({ port, path, method, agent: false }, (response) => {
      resolve({ status: response.statusCode, allow: response.headers.allow });
      response.resume();
    }).end();
  });
}

const READ = ['/about/', '/about/?a=b', '/embed/grids/x/', '/health/'];

test.each(READ)('%s can only be read', async (path) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(await ask(method, path)).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' });
  }
  expect(await ask('OPTIONS', path)).toEqual({ status: 204, allow: 'GET, HEAD, OPTIONS' });
  for (const method of ['GET', 'HEAD']) expect((await ask(method, path)).allow).toBeUndefined();
});

test.each(['/account/', '/api/v4/packages/', '/ghost/'])('%s answers for itself', async (path) => {
  for (const method of ['POST', 'OPTIONS']) {
    expect(await ask(method, path)).toEqual({ status: 200, allow: undefined });
  }
});
