import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { withSite } from '@/tests/tools/running-site';
import { catalogue } from './catalogue';
import { ask } from './contract/ask';

test.describe.configure({ mode: 'default', timeout: 120_000 });

const health = z.object({ restarts: z.number(), workers: z.array(z.object({ pid: z.number() })) });

async function askHealth(port: number) {
  const { text } = await ask(port, { method: 'GET', path: '/health/?format=json' });
  return health.parse(JSON.parse(text));
}

/** Far more than a pipe can buffer, which is 64 KiB: each error is logged with its stack. */
const MANY = 120;
const FEW = 10;

/** Requests pages that fail to render, `count` times, and then repairs the database. */
async function provokeFaults(port: number, databasePath: string, count: number): Promise<void> {
  const database = new Sqlite(databasePath);
  database.exec('alter table packages rename to lost');
  const slugs = catalogue.packages.map(({ slug }) => slug);
  for (let n = 0; n < count; n += 1) {
    const path = `/packages/p/${slugs[n % slugs.length] ?? ''}/`;
    expect((await ask(port, { method: 'GET', path })).status).toBe(500);
  }
  database.exec('alter table lost rename to packages');
  database.close();
}

for (const [name, faults, open] of [
  // A shell that opens the pipe for reading and writing does not block, and never reads.
  ['is open and never read', MANY, (pipe: string) => `mkfifo ${pipe}; exec 3<>${pipe} 2>${pipe}`],
  [
    'has lost its reader',
    FEW,
    (pipe: string) => `mkfifo ${pipe}; (exec true <${pipe}) & exec 2>${pipe}`,
  ],
  ['is closed', FEW, () => 'exec 2>&-'],
] as const) {
  test(`the site keeps responding if its standard error ${name}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'packgrid-pipe-'));
    try {
      await withSite({ before: open(join(folder, 'errors')) }, async (site) => {
        const { port, databasePath } = site;
        await expect.poll(async () => (await askHealth(port)).workers.length).toBe(2);
        const before = (await askHealth(port)).workers.map(({ pid }) => pid);
        await provokeFaults(port, databasePath, faults);
        for (const { slug } of catalogue.packages.slice(0, 10)) {
          const page = await ask(port, { method: 'GET', path: `/packages/p/${slug}/` });
          expect(page.status).toBe(200);
        }
        const { restarts, workers } = await askHealth(port);
        expect(restarts).toBe(0);
        expect(workers.map(({ pid }) => pid).toSorted()).toEqual(before.toSorted());
        site.signal('SIGTERM');
        expect(await site.ended).toBe(0);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
