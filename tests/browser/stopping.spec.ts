import { connect } from 'node:net';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { withSite } from '@/tests/tools/running-site';
import { ask } from './contract/ask';
import { askHealth, statusOf, untilBoth } from './site-health';

test.describe.configure({ mode: 'default', timeout: 90_000 });

/** Starts to post requirements to check: the request is in flight until the rest is sent. */
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

/** The PID of an ended process stays in use until its parent has collected it. */
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

/** Opens a connection that stays open after a response. */
async function openIdle(port: number) {
  const socket = connect(port);
  socket.write('GET /about/ HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

/** Requests URLs with headers that identify the client. */
async function askAs(port: number, paths: string[]): Promise<void> {
  const headers = { cookie: 'secret=1', 'user-agent': 'spy/1.0', 'x-forwarded-for': '192.0.2.7' };
  for (const path of paths) await ask(port, { method: 'HEAD', path, headers });
}

const logged = z.object({ url: z.string() });

/** The URLs in a request log, except those that these tests poll. */
function urlsIn(log: string): string[] {
  const lines = log.split('\n').filter((it) => it.startsWith('{'));
  return lines
    .map((it) => logged.parse(JSON.parse(it)).url)
    .filter((url) => !/^\/(about|health)\//.test(url));
}

for (const [signal, log] of [
  ['SIGTERM', 'on'],
  ['SIGINT', 'on'],
  ['SIGHUP', 'off'],
] as const) {
  test(`${signal} finishes requests in flight, closes idle connections, checkpoints the WAL and exits with status 0, with the request log ${log}`, async () => {
    await withSite({ settings: { REQUEST_LOG: log } }, async (site) => {
      const { port, databasePath } = site;
      const workers = (await askHealth(port)).workers.map(({ pid }) => pid);
      const asked = Array.from({ length: 60 }, (_, n) => `/packages/?q=${n}`);
      await askAs(port, asked);
      const idle = await openIdle(port);
      const checks = Array.from({ length: 6 }, () => sendHalf(port, 'celery==5.3.6\n', 'redis\n'));
      // The health request counts too.
      await expect
        .poll(async () =>
          (await askHealth(port)).workers.reduce((sum, it) => sum + it.in_flight, 0),
        )
        .toBe(checks.length + 1);
      const begun = performance.now();
      site.signal(signal);
      await expect.poll(() => statusOf(port, '/about/')).toBeUndefined();
      for (const { status, text } of await Promise.all(checks.map(({ finish }) => finish()))) {
        expect([status, JSON.parse(text)]).toMatchObject([200, { asked: 2 }]);
      }
      expect(await site.ended).toBe(0);
      // Otherwise the idle connection would stay open for the 8 seconds that requests in flight may take.
      expect(performance.now() - begun).toBeLessThan(7000);
      idle.destroy();
      // On a slow machine the first page may take longer than the health check allows.
      expect(site.output.err.replace(/^Pages can't be rendered: .* 10 seconds\.\n/, '')).toBe('');
      expect(workers.filter(isAlive)).toEqual([]);
      expect(statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);

      // Every request has a line, including the last, and no line names a client.
      const inLog = log === 'on' ? [...asked, ...checks.map(() => '/api/v4/check/')] : [];
      expect(urlsIn(site.output.out).toSorted()).toEqual(inLog.toSorted());
      expect(site.output.out).not.toMatch(/secret|spy|192\.0\.2|127\.0\.0|::/);
    });
  });
}

test('a signal sent twice to every process stops the site like one to the primary', async () => {
  await withSite({}, async (site) => {
    await untilBoth(site.port);
    const { workers, origins } = await askHealth(site.port);
    const all = [
      site.processId,
      ...workers.map(({ pid }) => pid),
      ...origins.map(({ pid }) => pid),
    ];
    const checks = Array.from({ length: 6 }, () =>
      sendHalf(site.port, 'celery==5.3.6\n', 'redis\n'),
    );
    const inFlight = async () =>
      (await askHealth(site.port)).workers.reduce((sum, it) => sum + it.in_flight, 0);
    await expect.poll(inFlight).toBe(checks.length + 1);
    for (const pid of [...all, ...all]) process.kill(pid, 'SIGTERM');
    await expect.poll(() => statusOf(site.port, '/about/')).toBeUndefined();
    for (const { status } of await Promise.all(checks.map(({ finish }) => finish()))) {
      expect(status).toBe(200);
    }
    expect(await site.ended).toBe(0);
    expect(all.filter(isAlive)).toEqual([]);
    expect(statSync(`${site.databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });
});

test('workers exit with their primary', async () => {
  await withSite({}, async ({ port, signal }) => {
    await untilBoth(port);
    const { workers, origins } = await askHealth(port);
    const all = [...workers, ...origins].map(({ pid }) => pid);
    signal('SIGKILL');
    await expect.poll(() => statusOf(port, '/about/')).toBeUndefined();
    await expect.poll(() => all.filter(isAlive)).toEqual([]);
  });
});
