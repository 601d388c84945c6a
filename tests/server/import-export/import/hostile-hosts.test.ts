import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openStaging } from '@/db/writes/staging';
import { settings } from '@/lib/settings';
import { createClient, RemoteError } from '@/server/import-export/import/client';
import { gatherHost } from '@/server/import-export/import/read-api';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { useShippedCatalogue } from '@/tests/tools/database';
import { makeDatabase, makeFolder, runCli, useDatabases } from '@/tests/tools/import-command';
import { startV4Host, type Misbehaviour } from '@/tests/tools/v4-host';

useShippedCatalogue();
useDatabases();

const whole = readCatalogueRows(settings().DATABASE_PATH);
const fast = ['--rate', '1000', '--back-off', '0.01', '--retries', '2', '--timeout', '2'];

const hosts: { close: () => void }[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});

/** Imports from a host that misbehaves, into an empty database. */
async function importFrom(misbehave: Misbehaviour, words: string[] = []) {
  const host = await startV4Host({ misbehave });
  hosts.push(host);
  const path = makeDatabase();
  const ended = await runCli(path, ['import', host.url, ...fast, ...words]);
  return { ...ended, path, host };
}

const send = (
  response: Parameters<Misbehaviour>[1],
  status: number,
  body: string,
  headers = {},
) => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  return true;
};

test('retries a busy host when it said, and not before', async () => {
  const times: number[] = [];
  const { status, stderr, path } = await importFrom(({ number }, response) => {
    times.push(performance.now());
    return number === 2 && send(response, 429, '{}', { 'Retry-After': '1' });
  });
  expect(status).toBe(0);
  expect(stderr).toMatch(/returned status 429, and asks to wait 1 s; retrying/);
  const gaps = times.map((time, index) => time - (times[index - 1] ?? time));
  expect(Math.max(...gaps)).toBeGreaterThan(950);
  expect(readCatalogueRows(path)).toEqual(whole);
}, 30_000);

test('waits until the date in Retry-After', async () => {
  const until = () => new Date(Date.now() + 2000).toUTCString();
  const { status, stderr } = await importFrom(
    ({ number }, response) => number === 1 && send(response, 503, '', { 'Retry-After': until() }),
  );
  expect(stderr).toMatch(/returned status 503, and asks to wait [12] s/);
  expect(status).toBe(0);
}, 30_000);

/** Temporary failures: the first response to each request is unusable. */
const passing: Record<string, Misbehaviour> = {
  'a server error': (_, response) => send(response, 500, 'Internal Server Error'),
  garbage: (_, response) => send(response, 200, '<!doctype html><p>Sorry'),
  'half a response': (_, response) =>
    send(response, 200, '{"count": 186, "next": null, "res', { 'Content-Length': '4000' }),
  'a broken line': (_, response) => {
    response.socket?.destroy();
    return true;
  },
  'no response': () => true,
};

const lasting: [string, Misbehaviour, RegExp][] = [
  [
    'always fails',
    (_, response) => send(response, 500, 'oops'),
    /\/packages\/\S* returned status 500$/,
  ],
  [
    'returns garbage',
    (_, response) => send(response, 200, 'no JSON'),
    /\/packages\/\S* did not return JSON \("no JSON"\)/,
  ],
  [
    'never completes a response',
    (_, response) => {
      response.writeHead(200).write('{"count":');
      return true;
    },
    /\/packages\/\S* did not respond in full within 0.5 s/,
  ],
  [
    'does not return a list',
    (_, response) => send(response, 200, '{"detail": "hello"}'),
    /\/packages\/\S* is not a page of a list/,
  ],
  [
    'redirects to another host',
    (_, response) => send(response, 302, '', { Location: 'http://169.254.169.254/secret' }),
    /refers to http:\/\/169\.254\.169\.254\/secret, which is not on 127\.0\.0\.1:\d+/,
  ],
  [
    'redirects in a circle',
    ({ url }, response) => send(response, 302, '', { Location: url.pathname }),
    /redirects too often/,
  ],
  [
    'has a next page on another host',
    (_, response) =>
      send(response, 200, '{"count": 9, "next": "http://localhost:1/x", "results": []}'),
    /refers to http:\/\/localhost:1\/x, which is not on/,
  ],
  [
    'has a file as its next page',
    (_, response) =>
      send(response, 200, '{"count": 9, "next": "file:///etc/passwd", "results": []}'),
    /refers to file:\/\/\/etc\/passwd, which is not on/,
  ],
  [
    'has another resource as its next page',
    (_, response) => send(response, 200, '{"count": 9, "next": "/log-out/", "results": []}'),
    /continues at \/log-out\/, which is another list/,
  ],
  [
    'sends an oversized body',
    (_, response) => send(response, 200, ' '.repeat(3_000_000)),
    /returned more than 2000000 bytes/,
  ],
  [
    'has too many records on one page',
    (_, response) => send(response, 200, `{"count": 1, "results": [${'1,'.repeat(100_000)}1]}`),
    /\/packages\/\S* is not a page of a list/,
  ],
  [
    'has an endless URL as its next page',
    (_, response) =>
      send(response, 200, `{"count": 9, "next": "?${'x'.repeat(3000)}", "results": []}`),
    /\/packages\/\S* is not a page of a list/,
  ],
  [
    'answers with a page that takes long to read, byte by byte',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => {
        clearInterval(drip);
      });
      return true;
    },
    /\/packages\/\S* did not respond in full within 0.5 s/,
  ],
  [
    'claims to be larger than the world',
    (_, response) =>
      send(response, 200, '{"count": 9000000000, "next": "?offset=1", "results": []}'),
    /reports 9000000000 records/,
  ],
];

/** Reads a host like an import does, without writing anything. Returns what it read, or the error. */
async function gatherFrom(misbehave: Misbehaviour, { retries = 1, timeout = 500 } = {}) {
  const host = await startV4Host({ misbehave });
  hosts.push(host);
  const staging = openStaging(join(makeFolder(), 'staging.sqlite'));
  const retried: string[] = [];
  const policy = {
    concurrency: 2,
    rate: 1000,
    retries,
    timeout,
    backOff: 10,
    mostBytes: 2_000_000,
    userAgent: 'test',
  };
  const client = createClient(new URL(host.url), policy, {
    onRetry: (message) => retried.push(message),
  });
  try {
    await gatherHost(new URL(host.url), { client, staging, onProgress: () => undefined });
    const slugs = kinds.map((kind) => staging.listIdentities(kind).map(({ slug }) => slug));
    return { slugs, retried };
  } catch (error) {
    return error;
  } finally {
    staging.close();
  }
}

const kinds = ['category', 'package', 'grid'] as const;
const gathered = z.object({ slugs: z.array(z.array(z.string())), retried: z.array(z.string()) });
const slugsOf = (table: string) =>
  z
    .array(z.object({ slug: z.string() }))
    .parse(whole[table])
    .map(({ slug }) => slug)
    .toSorted();

test.each(Object.entries(passing))(
  'retries a list that once gives %s, and reads everything',
  async (_, misbehave) => {
    const read = await gatherFrom(
      (asked, response) => asked.number === 3 && misbehave(asked, response),
      { retries: 2, timeout: 2000 },
    );
    const { slugs, retried } = gathered.parse(read);
    expect(retried).toContainEqual(expect.stringContaining('retrying'));
    expect(slugs.map((it) => it.toSorted())).toEqual(
      ['categories', 'packages', 'grids'].map(slugsOf),
    );
  },
  30_000,
);

test.each(lasting)(
  'gives up on a host that %s, with a message',
  async (_, misbehave, message) => {
    const error = await gatherFrom(
      (asked, response) => asked.url.pathname.endsWith('/packages/') && misbehave(asked, response),
    );
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
  },
  30_000,
);

test('a failed import writes nothing, and keeps fetched documents for the next run', async () => {
  const { status, stderr, stdout, path } = await importFrom(
    ({ url }, response) => url.pathname.endsWith('/packages/') && send(response, 500, 'oops'),
  );
  expect(stderr).toMatch(
    /returned status 500\.\nNothing was written\. \d+ fetched records are kept for a day/,
  );
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(stdout).toBe('');
  expect(status).toBe(1);
  expect(readCatalogueRows(path)['categories']).toEqual([]);
}, 30_000);

test('detects and reports a list whose pages form a cycle', async () => {
  const { status, stdout, host } = await importFrom(({ url }, response) => {
    if (!url.pathname.endsWith('/grids/')) return false;
    const next = `${url.origin}/api/v4/grids/?page=${Number(url.searchParams.get('page') ?? 0) + 1}`;
    return send(response, 200, JSON.stringify({ count: 0, next, results: [] }));
  });
  expect(stdout).toContain('its pages repeat');
  expect(host.asked.filter((it) => it.includes('/grids/'))).toHaveLength(2);
  expect(status).toBe(0);
}, 30_000);

test('reports an unreachable host', async () => {
  const { status, stderr } = await runCli(makeDatabase(), [
    'import',
    'http://127.0.0.1:9/',
    ...fast,
  ]);
  expect(stderr).toMatch(/http:\/\/127\.0\.0\.1:9\/api\/v4\/\S* could not be read: /);
  expect(status).toBe(1);
}, 30_000);

test('sends a User-Agent, accepts JSON and keeps to the rate', async () => {
  const agents = new Set<string | undefined>();
  const accepted = new Set<string | undefined>();
  const begin = performance.now();
  const { host } = await importFrom(
    ({ request }) => {
      agents.add(request.headers['user-agent']);
      accepted.add(request.headers.accept);
      return false;
    },
    ['--rate', '2'],
  );
  expect([...agents]).toEqual(['Packgrid-Import/1']);
  expect([...accepted]).toEqual(['application/json']);
  expect(host.asked).toHaveLength(5);
  expect(performance.now() - begin).toBeGreaterThan(2000);
}, 30_000);
