import Sqlite from 'better-sqlite3';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { ask } from './contract/ask';
import { testOnOwnSite } from './own-site';

const report = z.object({
  status: z.string(),
  pages: z.string(),
  database: z.object({ file: z.string() }).nullable(),
});

async function askHealth(port: number) {
  const { status, text } = await ask(port, { method: 'GET', path: '/health/?format=json' });
  return { code: status, ...report.parse(JSON.parse(text)) };
}

const test = testOnOwnSite({ settings: { WORKERS: '1' } });

test.describe.configure({ mode: 'default', timeout: 120_000 });

test('/health/ fails while pages cannot be rendered, though the database can be read', async ({
  site: { port, databasePath, output },
}) => {
  const isWell = { code: 200, status: 'ok', pages: 'ok' };
  await expect.poll(() => askHealth(port), { timeout: 60_000 }).toMatchObject(isWell);

  const database = new Sqlite(databasePath);
  database.exec('alter table categories rename to lost_categories');
  const failing = { code: 503, status: 'failing', pages: 'failing' };
  // The result of a check holds for ten seconds.
  await expect.poll(() => askHealth(port), { timeout: 40_000 }).toMatchObject(failing);
  expect((await askHealth(port)).database?.file).toBe('packgrid.sqlite');
  // A worker's output arrives some time after its response.
  await expect.poll(() => output.err).toContain("Pages can't be rendered: the status is 500");

  database.exec('alter table lost_categories rename to categories');
  database.close();
  await expect.poll(() => askHealth(port), { timeout: 60_000 }).toMatchObject(isWell);
});

test('the page of a package with 20,000 releases and many contributors has an ordinary size', async ({
  site: { port, databasePath },
}) => {
  const database = new Sqlite(databasePath);
  database.exec(`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 20000)
      insert into versions (package_id, number, released_at, date_precision, source, is_hidden)
        select packages.id, '0.0.' || i, 1300000000000000 + i * 20000000000, 'time', 'pypi', 0
        from n, packages where slug = 'celery'`);
  database.close();
  const page = await ask(port, { method: 'GET', path: '/packages/p/celery/' });
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/Showing the 100 newest of 20,0\d\d releases\./);
  expect(page.text).toContain('href="/api/v4/packages/celery/versions/"');
  expect(Buffer.byteLength(page.text)).toBeLessThan(250_000);

  const sheet = await ask(port, {
    method: 'GET',
    path: '/grids/g/workers-queues-tasks/timesheet/',
  });
  expect(sheet.status).toBe(200);
  expect(Buffer.byteLength(sheet.text)).toBeLessThan(400_000);
});
