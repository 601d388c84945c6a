import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, RemoteError, sameHost } from '@/server/import-export/import/client';

const refused = new Set<string>();
const answered: { path: string; at: number }[] = [];
let begin = 0;

/** Asks clients to wait once on each of the first two pages, for one and two seconds. */
const server = createServer(({ url = '' }, response) => {
  if (url === '/absent') {
    response.writeHead(404).end('<html>');
    return;
  }
  const seconds = { '/1': '1', '/2': '2' }[url];
  if (seconds !== undefined && !refused.has(url)) {
    refused.add(url);
    response.writeHead(429, { 'Retry-After': seconds }).end();
    return;
  }
  answered.push({ path: url, at: performance.now() - begin });
  response.end('{}');
});

let base = new URL('http://127.0.0.1/');

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object')
    base = new URL(`http://127.0.0.1:${address.port}/`);
});

afterAll(() => {
  server.close();
});

const policy = {
  concurrency: 2,
  rate: 1000,
  retries: 2,
  timeout: 5000,
  backOff: 1,
  mostBytes: 1000,
  userAgent: 'test',
};

test('a missing optional document does not fail the import, a required one does', async () => {
  const client = createClient(base, policy);
  expect(await client.readIfThere(new URL('absent', base))).toBeUndefined();
  expect(await client.readJson(new URL('0', base))).toEqual({});
  await expect(client.read(new URL('absent', base))).rejects.toThrow(/absent returned status 404/);
  await expect(client.readJson(new URL('0', base))).rejects.toThrow();
});

test('all requests wait for the longest requested pause', async () => {
  const client = createClient(base, policy);
  answered.length = 0;
  begin = performance.now();
  await Promise.all(['1', '2', '3'].map((name) => client.readJson(new URL(name, base))));
  expect(answered.map(({ path }) => path).sort()).toEqual(['/1', '/2', '/3']);
  for (const { at } of answered) expect(at).toBeGreaterThan(1900);
}, 20_000);

test.each([
  ['http://example.org/a', 'https://example.org/a', 'https://example.org/a'],
  ['https://example.org/a', 'http://example.org/b', 'https://example.org/b'],
  ['http://example.org/a', '/b', 'http://example.org/b'],
])('from %s it follows %s to %s', (from, text, to) => {
  expect(sameHost(text, new URL(from), new URL(from)).href).toBe(to);
});

test.each(['https://example.com/', 'ftp://example.org/', 'http://user@example.org/', 'http://'])(
  'it does not follow %s',
  (text) => {
    const from = new URL('http://example.org/');
    expect(() => sameHost(text, from, from)).toThrow(RemoteError);
  },
);
