import { copyFileSync, existsSync, renameSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect } from '@playwright/test';
import { ask } from './contract/ask';
import { testOnOwnSite } from './own-site';
import { askHealth, statusOf, untilBoth } from './site-health';

/** What visitors see while something that the site needs is broken. */
const test = testOnOwnSite({});

test.describe.configure({ mode: 'default', timeout: 120_000 });

const CACHED = '/packages/p/celery/';

/** Caches a page in every worker. */
async function warm(port: number) {
  await untilBoth(port);
  for (let turn = 0; turn < 10; turn += 1) expect(await statusOf(port, CACHED)).toBe(200);
}

/** Pages that nobody has requested yet. */
let pages = 0;
const newPage = () => `/packages/?q=fault-${(pages += 1)}`;

const originsOf = async (port: number) => (await askHealth(port)).origins.map(({ pid }) => pid);

test('while all origins are down, cached pages are sent, and others as soon as one has started', async ({
  site: { port },
}) => {
  await warm(port);
  const before = await originsOf(port);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  expect(await statusOf(port, CACHED)).toBe(200);
  // On a slow machine, the start may take longer than a request waits.
  const seen: unknown[] = [];
  await expect
    .poll(async () => {
      const status = await statusOf(port, newPage());
      seen.push(status);
      return status;
    })
    .toBe(200);
  expect(seen.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await expect.poll(() => originsOf(port)).toHaveLength(before.length);
  for (const pid of await originsOf(port)) expect(before).not.toContain(pid);
});

test('while one origin is killed, the other renders its pages', async ({ site: { port } }) => {
  await warm(port);
  const [first, second] = await originsOf(port);
  process.kill(first ?? 0, 'SIGKILL');
  for (let turn = 0; turn < 10; turn += 1) expect(await statusOf(port, newPage())).toBe(200);
  await expect.poll(() => originsOf(port)).toHaveLength(2);
  expect(await originsOf(port)).toContain(second);
});

test('an origin that hangs is replaced, and delays neither cached pages nor those of the other origin for long', async ({
  site: { port },
}) => {
  await warm(port);
  const [first] = await originsOf(port);
  process.kill(first ?? 0, 'SIGSTOP');
  const rendered = Array.from({ length: 8 }, () => statusOf(port, newPage()));
  const begin = performance.now();
  expect(await statusOf(port, CACHED)).toBe(200);
  expect(performance.now() - begin).toBeLessThan(1000);
  // Its requests are rendered by the other one after it was killed.
  expect(await Promise.all(rendered)).toEqual(rendered.map(() => 200));
  await expect.poll(() => originsOf(port), { timeout: 60_000 }).not.toContain(first);
  await expect.poll(() => originsOf(port), { timeout: 60_000 }).toHaveLength(2);
});

test('a worker that hangs is replaced', async ({ site: { port } }) => {
  await warm(port);
  const workersOf = async () => (await askHealth(port)).workers.map(({ pid }) => pid);
  const [first] = await workersOf();
  process.kill(first ?? 0, 'SIGSTOP');
  const healthy = async () => {
    const pids = await workersOf().catch((): number[] => []);
    return pids.length === 2 && !pids.includes(first ?? 0);
  };
  await expect.poll(healthy, { timeout: 60_000 }).toBe(true);
});

test('while the database is deleted, cached pages are sent, /health/ fails, and no empty one takes its place', async ({
  site: { port, databasePath },
}) => {
  await warm(port);
  const aside = `${databasePath}.aside`;
  renameSync(databasePath, aside);
  expect(await statusOf(port, CACHED)).toBe(200);
  expect(await askHealth(port)).toMatchObject({ code: 503, status: 'failing', database: null });
  const [first] = await originsOf(port);
  process.kill(first ?? 0, 'SIGKILL');
  await expect.poll(() => originsOf(port)).not.toContain(first);
  expect(await statusOf(port, CACHED)).toBe(200);
  expect(existsSync(databasePath)).toBe(false);

  renameSync(aside, databasePath);
  await expect.poll(async () => (await askHealth(port)).code, { timeout: 60_000 }).toBe(200);
  await expect.poll(() => originsOf(port), { timeout: 60_000 }).toHaveLength(2);
});

test('a database renamed into the place of another is used from then on', async ({
  site: { port, databasePath },
}) => {
  await warm(port);
  const copy = `${databasePath}.new`;
  const current = new Sqlite(databasePath);
  // After a commit, cached responses are checked against the file that is about to be replaced.
  current.exec('update packages set repo_watchers = repo_watchers + 1');
  for (let turn = 0; turn < 10; turn += 1) expect(await statusOf(port, CACHED)).toBe(200);
  current.exec('update packages set repo_watchers = repo_watchers - 1');
  for (let turn = 0; turn < 10; turn += 1) expect(await statusOf(port, CACHED)).toBe(200);
  current.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(databasePath, copy);
  current.close();
  const replacement = new Sqlite(copy);
  replacement.exec(`update packages set title = 'Replaced Celery' where slug = 'celery'`);
  replacement.pragma('wal_checkpoint(TRUNCATE)');
  replacement.close();
  renameSync(copy, databasePath);
  const titleOf = async () => {
    const { status, text } = await ask(port, { method: 'GET', path: CACHED });
    return status === 200 && text.includes('Replaced Celery');
  };
  await expect.poll(titleOf, { timeout: 30_000 }).toBe(true);
  for (let turn = 0; turn < 10; turn += 1) expect(await titleOf()).toBe(true);
});
