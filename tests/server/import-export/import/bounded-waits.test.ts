import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createClient, RemoteError } from '@/server/import-export/import/client';

const { slept } = vi.hoisted(() => ({ slept: new Array<number>() }));
vi.mock('node:timers/promises', () => ({
  setTimeout: (millis: number) => {
    slept.push(millis);
    return Promise.resolve();
  },
}));

/** Asks clients to wait for ten minutes, four times for each page, and then responds. */
const refusals = new Map<string, number>();
const server = createServer(({ url = '' }, response) => {
  const count = (refusals.get(url) ?? 0) + 1;
  refusals.set(url, count);
  if (count > 4) response.end('{}');
  else response.writeHead(503, { 'Retry-After': '600' }).end();
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

test('gives up on a host after an hour of requested pauses', async () => {
  const client = createClient(base, {
    ...{ concurrency: 1, rate: 1000, retries: 5, timeout: 5000, backOff: 1 },
    ...{ mostBytes: 1000, userAgent: 'test' },
  });
  expect(await client.readJson(new URL('1', base))).toEqual({});
  const error: unknown = await client.readJson(new URL('2', base)).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(RemoteError);
  expect(error).toHaveProperty('message', expect.stringMatching(/\/2 returned status 503$/));
  expect(slept).toEqual([600_000, 600_000, 600_000, 600_000, 600_000, 600_000]);
});
