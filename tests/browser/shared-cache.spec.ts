import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { isWhole } from '@/tests/tools/extent';
import { withSite } from '@/tests/tools/running-site';
import { ask } from './contract/ask';
import { exampleIn, findProgram, proxies, type Proxy } from './proxies/proxies';
import { withProxy } from './proxies/run';

/** Seconds until an edit is visible everywhere, as README.md promises. */
const PROMISED = 31;

test.describe.configure({ mode: 'default', timeout: 120_000 });

interface Setting {
  /** Reads a path through the proxy. */
  read: (path: string, headers?: Record<string, string>) => ReturnType<typeof ask>;
  /** Number of requests for a URL that reached the site. */
  countAsked: (path: string) => Promise<number>;
  /** Changes the description of a package in the database. */
  edit: (slug: string, description: string) => void;
}

async function withSiteBehind(proxy: Proxy, program: string, use: (it: Setting) => Promise<void>) {
  // A single worker logs requests in the order in which it received them.
  const settings = { TRUSTED_PROXIES: 'loopback', WORKERS: '1' };
  let marks = 0;
  await withSite({ settings }, async ({ port, databasePath, output }) => {
    await withProxy(proxy, program, port, async (proxyPort) => {
      await use({
        read: (path, headers = {}) => ask(proxyPort, { method: 'GET', path, headers }),
        countAsked: async (path) => {
          const mark = `/about/?mark=${(marks += 1)}`;
          await ask(port, { method: 'GET', path: mark });
          await expect.poll(() => output.out.includes(`"url":"${mark}"`)).toBe(true);
          return output.out.split(`"url":"${path}"`).length - 1;
        },
        edit: (slug, description) => {
          const database = new Sqlite(databasePath);
          database
            .prepare('update packages set repo_description = ? where slug = ?')
            .run(description, slug);
          database.close();
        },
      });
    });
  });
}

const CELERY = '/packages/p/celery/';
const HUEY = '/packages/p/huey/';
const SESSION = { cookie: 'theme=dark; packgrid_session=anything' };

for (const proxy of proxies) {
  const program = findProgram(proxy.program);
  if (program === undefined) {
    test(`${proxy.name} is not installed: only the text of its configuration in README.md is checked`, () => {
      const example = exampleIn(proxy);
      expect(example).toContain('(__Host-|__Secure-)?packgrid_session=');
      expect(example).toContain('^/api/v\\d');
      expect(example).toContain('3000');
    });
    continue;
  }

  test(`${proxy.name}, configured as in README.md, serves from its cache, but neither to nor from signed-in users`, async () => {
    await withSiteBehind(proxy, program, async ({ read, countAsked }) => {
      const first = await read(CELERY);
      const etag = first.headers.etag ?? 'none';
      expect(first.status).toBe(200);
      for (let n = 0; n < 5; n += 1) expect((await read(CELERY)).text).toBe(first.text);
      expect((await read(CELERY, { 'if-none-match': etag })).status).toBe(304);
      expect((await read(CELERY, { cookie: 'theme=dark' })).text).toBe(first.text);
      expect(await countAsked(CELERY)).toBe(1);

      await read('/api/v4/');
      await read('/api/v4/');
      expect(await countAsked('/api/v4/')).toBe(2);

      for (let n = 1; n <= 3; n += 1) {
        expect((await read(HUEY, SESSION)).status).toBe(200);
        expect(await countAsked(HUEY)).toBe(n);
      }
      await read(HUEY);
      expect(await countAsked(HUEY)).toBe(4);
      await read(HUEY);
      expect(await countAsked(HUEY)).toBe(4);
      await read(HUEY, { cookie: '__Host-packgrid_session=x' });
      expect(await countAsked(HUEY)).toBe(5);
    });
  });

  // The next test waits for as long as README.md promises.
  if (!isWhole) continue;

  test(`${proxy.name}, configured as in README.md, shows an edit within ${PROMISED} seconds`, async () => {
    await withSiteBehind(proxy, program, async ({ read, edit }) => {
      const isShown = async (path: string) => (await read(path)).text.includes('Edited just now');
      expect(await isShown(CELERY)).toBe(false);
      expect(await isShown(HUEY)).toBe(false);
      for (const slug of ['celery', 'huey']) edit(slug, 'Edited just now');

      const begun = performance.now();
      const seconds = () => (performance.now() - begun) / 1000;
      // Both a client that polls and one that has not asked since see the edit by then.
      while (!(await isShown(CELERY)) && seconds() < PROMISED) await sleep(250);
      test
        .info()
        .annotations.push({ type: 'seen after', description: `${seconds().toFixed(1)} s` });
      await sleep(Math.max(0, PROMISED - seconds()) * 1000);
      expect(await isShown(CELERY)).toBe(true);
      expect(await isShown(HUEY)).toBe(true);
    });
  });
}
