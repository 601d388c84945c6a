import { connect } from 'node:net';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { begin, withSite } from '@/tests/tools/running-site';
import { catalogue } from './catalogue';
import { ask } from './contract/ask';

const worker = z.object({
  pid: z.number(),
  rss_bytes: z.number(),
  heap_bytes: z.number(),
  requests: z.number(),
  in_flight: z.number(),
});

const figures = z.object({
  status: z.string(),
  uptime_seconds: z.number(),
  restarts: z.number(),
  database: z
    .object({
      file: z.string(),
      bytes: z.number(),
      data_version: z.number(),
      user_version: z.number(),
      last_write: z.iso.datetime(),
    })
    .nullable(),
  cache: z.record(z.string(), z.number()),
  primary: z.object({ pid: z.number(), rss_bytes: z.number() }),
  // Of a worker that has just ended there is only its number for a moment.
  workers: z
    .array(z.union([worker, z.object({ pid: z.number() }).transform(() => undefined)]))
    .transform((all) => all.filter((it) => it !== undefined)),
});

async function askHealth(port: number) {
  const { status, text } = await ask(port, { method: 'GET', path: '/health/?format=json' });
  return { code: status, ...figures.parse(JSON.parse(text)) };
}

const statusOf = (port: number, path: string) =>
  ask(port, { method: 'GET', path }).then(
    ({ status }) => status,
    () => undefined,
  );

/** Begins to post requirements to be checked: the request is in flight until the rest is sent. */
function sendHalf(port: number, first: string, rest: string) {
  const posted = request({
    ...{ host: 'localhost', port, agent: false, path: '/api/v4/check/', method: 'POST' },
    headers: { 'Content-Type': 'text/plain', 'Content-Length': first.length + rest.length },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    posted.on('response', resolve).on('error', reject);
  });
  posted.write(first);
  const finish = async () => {
    posted.end(rest);
    const received = await response;
    const text = Buffer.concat(await received.toArray()).toString();
    return { status: received.statusCode, text };
  };
  return { finish };
}

/** One that has ended may keep its number until its parent has heard of it. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return (
      !existsSync('/proc/self/stat') ||
      !/\) Z /.test(readFileSync(`/proc/${processId}/stat`, 'utf8'))
    );
  } catch {
    return false;
  }
}

test.describe.configure({ mode: 'default', timeout: 90_000 });

/** Until both workers answer; some machines are slow. */
const untilBoth = (port: number) =>
  expect.poll(async () => (await askHealth(port)).workers.length, { timeout: 20_000 }).toBe(2);

test('/health/ tells of every process and of the database, and of no folder and no client', async () => {
  await withSite({}, async ({ port, processId, databasePath }) => {
    await untilBoth(port);
    const { code, status, database, primary, workers, restarts } = await askHealth(port);
    expect([code, status, restarts]).toEqual([200, 'ok', 0]);
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
});

test('a worker that is killed gets a successor, and the others answer meanwhile', async () => {
  await withSite({}, async ({ port }) => {
    await untilBoth(port);
    const before = (await askHealth(port)).workers.map(({ pid }) => pid);
    process.kill(before[0] ?? 0, 'SIGKILL');
    await expect.poll(async () => (await askHealth(port)).workers.length).toBe(1);
    await expect
      .poll(
        async () => {
          expect(await statusOf(port, '/about/')).toBe(200);
          return (await askHealth(port)).workers.length;
        },
        { timeout: 20_000 },
      )
      .toBe(2);
    const { workers, restarts } = await askHealth(port);
    expect(restarts).toBe(1);
    expect(workers.map(({ pid }) => pid)).toContain(before[1]);
    expect(workers.map(({ pid }) => pid)).not.toContain(before[0]);
  });
});

test('each page is drawn once for all workers, also when one of them is gone', async () => {
  await withSite({}, async ({ port }) => {
    await untilBoth(port);
    const paths = catalogue.packages.slice(0, 20).map(({ slug }) => `/packages/p/${slug}/`);
    const askAll = async () => {
      const asked = paths.flatMap((path) => Array.from({ length: 6 }, () => path));
      const answers = await Promise.all(asked.map((path) => ask(port, { method: 'GET', path })));
      expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(paths.length);
    };
    await askAll();
    await askAll();
    const { cache, workers } = await askHealth(port);
    expect(cache['misses']).toBe(paths.length);
    expect(cache['entries']).toBe(paths.length + (cache['fetched'] ?? 0));
    process.kill(workers[0]?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await askHealth(port)).workers.length).toBe(1);
    await askAll();
  });
});

test('a worker that came later says the same of when an answer last changed', async () => {
  await withSite({}, async ({ port }) => {
    await untilBoth(port);
    // What is asked with a parameter that nobody knows is answered by the very worker that is asked. An answer whose data changed in
    // the last two seconds has no date, and is kept without one: each try asks for another.
    let tries = 0;
    const lastModified = async () => {
      const path = `/api/v4/categories/?try=${(tries += 1)}`;
      return (await ask(port, { method: 'GET', path })).headers['last-modified'];
    };
    await expect.poll(lastModified, { timeout: 20_000 }).toBeDefined();
    const expected = await lastModified();
    process.kill((await askHealth(port)).workers[0]?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await askHealth(port)).workers.length).toBe(1);
    await untilBoth(port);
    const others = Array.from({ length: 30 }, (_, n) =>
      ask(port, { method: 'GET', path: `/api/v4/categories/?n=${n}` }),
    );
    const times = (await Promise.all(others)).map((it) => it.headers['last-modified']);
    expect(new Set(times)).toEqual(new Set([expected]));
    for (const { requests } of (await askHealth(port)).workers) expect(requests).toBeGreaterThan(1);
  });
});

test('a worker that hangs and is killed takes no connection along that it has not answered', async () => {
  await withSite({}, async ({ port }) => {
    await untilBoth(port);
    const [worker] = (await askHealth(port)).workers;
    process.kill(worker?.pid ?? 0, 'SIGSTOP');
    const asked = Array.from({ length: 6 }, () => statusOf(port, '/about/'));
    await sleep(500);
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    expect(await Promise.all(asked)).toEqual(asked.map(() => 200));
  });
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} lets what is under way end, writes the log of the database into its file, and ends well`, async () => {
    await withSite({}, async (site) => {
      const { port, databasePath } = site;
      const workers = (await askHealth(port)).workers.map(({ pid }) => pid);
      const checks = Array.from({ length: 6 }, () => sendHalf(port, 'celery==5.3.6\n', 'redis\n'));
      // The request for the figures counts too.
      await expect
        .poll(async () =>
          (await askHealth(port)).workers.reduce((sum, it) => sum + it.in_flight, 0),
        )
        .toBe(checks.length + 1);
      site.signal(signal);
      await expect.poll(() => statusOf(port, '/about/')).toBeUndefined();
      for (const { status, text } of await Promise.all(checks.map(({ finish }) => finish()))) {
        expect([status, JSON.parse(text)]).toMatchObject([200, { asked: 2 }]);
      }
      expect(await site.ended).toBe(0);
      expect(site.output.err).toBe('');
      expect(workers.filter(isAlive)).toEqual([]);
      expect(statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    });
  });
}

test('a connection that only waits does not keep the site from stopping', async () => {
  await withSite({}, async (site) => {
    const socket = connect(site.port);
    socket.write('GET /about/ HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    const begun = performance.now();
    site.signal('SIGTERM');
    expect(await site.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(3000);
    socket.destroy();
  });
});

test('without its primary no worker lives on', async () => {
  await withSite({}, async ({ port, signal }) => {
    await untilBoth(port);
    const workers = (await askHealth(port)).workers.map(({ pid }) => pid);
    signal('SIGKILL');
    await expect.poll(() => statusOf(port, '/about/')).toBeUndefined();
    await expect.poll(() => workers.filter(isAlive)).toEqual([]);
  });
});

test('where no worker can start the site ends with status 1', async () => {
  await withSite({}, async ({ port, databasePath }) => {
    const second = begin('true', { PORT: String(port), DATABASE_PATH: databasePath });
    expect(await second.ended).toBe(1);
    expect(second.output.err).toContain('EADDRINUSE');
    expect(second.output.err).toContain('No process of the site could start');
    expect(second.output.out).not.toContain('Packgrid serves');
    expect(await statusOf(port, '/about/')).toBe(200);
  });
});

test('a client has one limit of requests, whichever process answers', async () => {
  await withSite({ settings: { RATE_LIMIT: '20' } }, async ({ port }) => {
    await untilBoth(port);
    const askApi = () => ask(port, { method: 'GET', path: '/api/v4/' });
    const first = [];
    for (let n = 0; n < 10; n += 1) first.push(await askApi());
    expect(first.map(({ status }) => status)).toEqual(first.map(() => 200));
    // They tell each other ten times a second.
    await sleep(500);
    const { headers } = await askApi();
    expect(headers['ratelimit']).toMatch(/^"minute";r=9;/);

    for (let n = 0; n < 9; n += 1) await askApi();
    await sleep(500);
    for (let n = 0; n < 6; n += 1) expect((await askApi()).status).toBe(429);
    expect(await statusOf(port, '/about/')).toBe(200);
  });
});

test('a flood of connections beyond the limit of open files harms nobody for long', async () => {
  // Node itself makes the soft limit as high as the hard one.
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
    await expect.poll(() => statusOf(port, '/about/'), { timeout: 20_000 }).toBe(200);
    expect(await statusOf(port, '/enhance.js')).toBe(200);
    await untilBoth(port);
    const { workers: after, restarts } = await askHealth(port);
    expect(restarts).toBe(0);
    expect(after.map(({ pid }) => pid).toSorted()).toEqual(workers.toSorted());
  });
});

test('every request has its line in the log, until the last, and no line names a client', async () => {
  await withSite({}, async (site) => {
    const headers = { cookie: 'secret=1', 'user-agent': 'spy/1.0', 'x-forwarded-for': '192.0.2.7' };
    const asked = Array.from({ length: 200 }, (_, n) => `/packages/?q=${n}`);
    for (const path of asked) await ask(site.port, { method: 'HEAD', path, headers });
    site.signal('SIGTERM');
    await site.ended;
    const lines = site.output.out.split('\n').filter((it) => it.startsWith('{'));
    const urls = lines.map((it) => z.object({ url: z.string() }).parse(JSON.parse(it)).url);
    expect(urls.toSorted()).toEqual(asked.toSorted());
    expect(site.output.out).not.toMatch(/secret|spy|192\.0\.2|127\.0\.0|::/);
  });
  await withSite({ settings: { REQUEST_LOG: 'off' } }, async (site) => {
    await ask(site.port, { method: 'HEAD', path: '/about/' });
    site.signal('SIGTERM');
    await site.ended;
    expect(site.output.out).not.toContain('/about/');
  });
});
