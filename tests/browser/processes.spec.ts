import { connect } from 'node:net';
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { begin, withSite } from '@/tests/tools/running-site';
import { catalogue } from './catalogue';
import { ask } from './contract/ask';
import { testOnOwnSite } from './own-site';
import { askHealth, killWorker, statusOf, untilBoth } from './site-health';

/** For tests that leave the site intact. */
const test = testOnOwnSite({});

// All in one worker, so that only one more site runs.
test.describe.configure({ mode: 'default', timeout: 90_000 });

test('/health/ describes every process and the database, but no folders and no clients', async ({
  site: { port, processId, databasePath },
}) => {
  await untilBoth(port);
  // On a slow machine the first page may take longer than the health check allows.
  await expect.poll(async () => (await askHealth(port)).code).toBe(200);
  const { status, database, primary, workers, restarts } = await askHealth(port);
  expect([status, restarts]).toEqual(['ok', 0]);
  expect(primary.pid).toBe(processId);
  expect(new Set(workers.map(({ pid }) => pid)).size).toBe(2);
  for (const { rss_bytes, heap_bytes } of workers) expect(rss_bytes).toBeGreaterThan(heap_bytes);
  expect(database?.file).toBe('packgrid.sqlite');
  expect(database?.bytes).toBe(statSync(databasePath).size);

  const text = await ask(port, { method: 'GET', path: '/health' });
  expect(text.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
  });
  expect(text.text).toMatch(/^status: ok$/m);
  expect(text.text).toMatch(/^workers\.1\.pid: \d+$/m);
  expect(text.text).not.toMatch(/\/|127\.0\.0|::/);
  const json = { accept: 'application/json' };
  const asJson = await ask(port, { method: 'GET', path: '/health/', headers: json });
  expect(asJson.headers['content-type']).toBe('application/json');
  const head = await ask(port, { method: 'HEAD', path: '/health/' });
  expect([head.status, head.text]).toEqual([200, '']);
});

test('each page is rendered once for all workers, also after one of them has ended', async ({
  site: { port },
}) => {
  await untilBoth(port);
  const { renders: before } = await askHealth(port);
  const paths = catalogue.packages.slice(0, 10).map(({ slug }) => `/packages/p/${slug}/`);
  const askAll = async () => {
    const asked = paths.flatMap((path) => Array.from({ length: 6 }, () => path));
    const answers = await Promise.all(asked.map((path) => ask(port, { method: 'GET', path })));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(paths.length);
  };
  await askAll();
  await askAll();
  const { cache, renders, workers } = await askHealth(port);
  expect((renders['rendered'] ?? 0) - (before['rendered'] ?? 0)).toBe(paths.length);
  expect(cache['misses']).toBeGreaterThan(paths.length);
  expect(cache['entries']).toBe(cache['misses']);
  await killWorker(port, workers[0]?.pid);
  await askAll();
});

test('a killed worker is replaced, and the others respond meanwhile', async ({
  site: { port },
}) => {
  await untilBoth(port);
  const first = await askHealth(port);
  const before = first.workers.map(({ pid }) => pid);
  await killWorker(port, before[0]);
  await expect
    .poll(async () => {
      expect(await statusOf(port, '/about/')).toBe(200);
      return (await askHealth(port)).workers.length;
    })
    .toBe(2);
  const { workers, restarts } = await askHealth(port);
  expect(restarts).toBe(first.restarts + 1);
  expect(workers.map(({ pid }) => pid)).toContain(before[1]);
  expect(workers.map(({ pid }) => pid)).not.toContain(before[0]);
});

test('a worker started later sends the same Last-Modified', async ({ site: { port } }) => {
  await untilBoth(port);
  // A request with an unknown parameter is answered by the worker that receives it. A response whose data changed in
  // the last two seconds has no Last-Modified, and is cached without it, so each try requests another URL.
  let tries = 0;
  const lastModified = async () => {
    const path = `/api/v4/categories/?try=${(tries += 1)}`;
    return (await ask(port, { method: 'GET', path })).headers['last-modified'];
  };
  await expect.poll(lastModified).toBeDefined();
  const expected = await lastModified();
  await killWorker(port, (await askHealth(port)).workers[0]?.pid);
  await untilBoth(port);
  const others = Array.from({ length: 30 }, (_, n) =>
    ask(port, { method: 'GET', path: `/api/v4/categories/?n=${n}` }),
  );
  const times = (await Promise.all(others)).map((it) => it.headers['last-modified']);
  expect(new Set(times)).toEqual(new Set([expected]));
  for (const { requests } of (await askHealth(port)).workers) expect(requests).toBeGreaterThan(1);
});

test('no connection is lost when a hanging worker is killed', async ({ site: { port } }) => {
  await untilBoth(port);
  const [worker] = (await askHealth(port)).workers;
  process.kill(worker?.pid ?? 0, 'SIGSTOP');
  const asked = Array.from({ length: 6 }, () => statusOf(port, '/about/'));
  await sleep(500);
  process.kill(worker?.pid ?? 0, 'SIGKILL');
  expect(await Promise.all(asked)).toEqual(asked.map(() => 200));
});

test('the site exits with status 1 if no worker can start', async ({
  site: { port, databasePath },
}) => {
  const second = begin('true', { PORT: String(port), DATABASE_PATH: databasePath });
  expect(await second.ended).toBe(1);
  expect(second.output.err).toContain('EADDRINUSE');
  expect(second.output.err).toContain('The site could not start');
  expect(second.output.out).not.toContain('Packgrid is running');
  expect(await statusOf(port, '/about/')).toBe(200);
});

test('all processes together count the requests of a client', async () => {
  await withSite({ settings: { RATE_LIMIT: '20' } }, async ({ port }) => {
    await untilBoth(port);
    const askApi = () => ask(port, { method: 'GET', path: '/api/v4/' });
    const first = [];
    for (let n = 0; n < 10; n += 1) first.push(await askApi());
    expect(first.map(({ status }) => status)).toEqual(first.map(() => 200));
    // The processes exchange counts ten times a second.
    await sleep(1500);
    const { headers } = await askApi();
    expect(headers['ratelimit']).toMatch(/^"minute";r=9;/);

    for (let n = 0; n < 9; n += 1) await askApi();
    await sleep(1500);
    for (let n = 0; n < 6; n += 1) expect((await askApi()).status).toBe(429);
    expect(await statusOf(port, '/about/')).toBe(200);
  });
});

test('the site recovers from more connections than the limit of open files', async () => {
  // Node raises the soft limit to the hard limit.
  await withSite({ before: 'ulimit -n 160' }, async ({ port }) => {
    await untilBoth(port);
    const workers = (await askHealth(port)).workers.map(({ pid }) => pid);
    const flood = Array.from({ length: 600 }, () => connect(port));
    for (const socket of flood)
      socket.on('error', () => undefined).write('GET /about/ HTTP/1.1\r\n');
    await sleep(2000);
    const open = flood.filter(({ readyState }) => readyState === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(200);

    for (const socket of flood) socket.destroy();
    await expect.poll(() => statusOf(port, '/about/')).toBe(200);
    expect(await statusOf(port, '/enhance.js')).toBe(200);
    await untilBoth(port);
    const { workers: after, restarts } = await askHealth(port);
    expect(restarts).toBe(0);
    expect(after.map(({ pid }) => pid).toSorted()).toEqual(workers.toSorted());
  });
});
