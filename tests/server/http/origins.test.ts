import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { OriginError, openOrigins } from '@/server/http/origins';
import { passedHeaders } from '@/server/http/passed-headers';
import { socketOf } from '@/server/primary/sockets';
import { useSocketFolder } from './socket-folder';

const current = useSocketFolder();

/** Starts an origin, and counts its requests. */
async function start(number: number, respond: RequestListener) {
  const origin = { requests: 0 };
  const server = createServer((request, response) => {
    origin.requests += 1;
    respond(request, response);
  });
  await once(server.listen(socketOf(current.folder, number)), 'listening');
  current.cleanups.push(() => {
    server.close().closeAllConnections();
  });
  return origin;
}

const get = { method: 'GET', url: '/', headers: { host: 'a.test' } };
const named =
  (name: string): RequestListener =>
  (_, response) =>
    response.end(name);

const crash: RequestListener = (_, response) => response.destroy();

test('each key belongs to one origin, and every origin has keys', async () => {
  for (const number of [0, 1]) await start(number, named(String(number)));
  const { fetch } = openOrigins({ folder: current.folder, count: 2 });
  const bodyOf = async (key: string) => (await fetch(key, get)).body.toString();
  const keys = Array.from({ length: 40 }, (_, at) => `http://a.test /packages/p/${at}/`);
  const first = await Promise.all(keys.map(bodyOf));
  expect(await Promise.all(keys.map(bodyOf))).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test('a request waits for an origin that is starting, but not for long if none does', async () => {
  const { fetch } = openOrigins({ folder: current.folder, count: 1, patience: 300 });
  await expect(fetch('a', get)).rejects.toThrow(OriginError);
  const waiting = fetch('a', get);
  await start(0, named('started'));
  expect((await waiting).body.toString()).toBe('started');
});

test('another origin responds if one is down or crashes', async () => {
  await start(1, named('up'));
  const { fetch } = openOrigins({ folder: current.folder, count: 2, patience: 0 });
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const bodies = () =>
    Promise.all(keys.map(async (key) => (await fetch(key, get)).body.toString()));
  expect(await bodies()).toEqual(keys.map(() => 'up'));
  const crashing = await start(0, crash);
  expect(await bodies()).toEqual(keys.map(() => 'up'));
  expect(crashing.requests).toBeGreaterThan(0);
});

test('a request that crashes two origins is not sent to another', async () => {
  const origins = [await start(0, crash), await start(1, crash), await start(2, crash)];
  const { fetch } = openOrigins({ folder: current.folder, count: 3 });
  await expect(fetch('a', get)).rejects.toThrow(OriginError);
  expect(origins.reduce((sum, { requests }) => sum + requests, 0)).toBe(2);
});

test('a request that may have changed something is never sent twice', async () => {
  const origins = [await start(0, crash), await start(1, crash)];
  const { fetch } = openOrigins({ folder: current.folder, count: 2 });
  const post = { ...get, method: 'POST', body: Buffer.from('a=1') };
  await expect(fetch('a', post)).rejects.toThrow(OriginError);
  expect(origins.reduce((sum, { requests }) => sum + requests, 0)).toBe(1);
});

test('a request without its body does not swallow the next one', async () => {
  const seen: (string | undefined)[] = [];
  await start(0, (request, response) => {
    seen.push(`${request.url} ${request.headers['content-length']}`);
    request.resume();
    request.once('end', () => response.end(request.url));
  });
  const { fetch } = openOrigins({ folder: current.folder, count: 1 });
  const headers = passedHeaders({ host: 'a.test', 'content-length': '5' }, 'stream');
  const bodies: string[] = [];
  for (const url of ['/1', '/2', '/3']) {
    bodies.push((await fetch('a', { method: 'GET', url, headers })).body.toString());
  }
  expect(bodies).toEqual(['/1', '/2', '/3']);
  expect(seen).toEqual(['/1 undefined', '/2 undefined', '/3 undefined']);
});
