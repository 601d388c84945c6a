import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CLI } from '@/server/cli/child';
import { findViolations } from './axe';
import { expect, test } from './fixtures';

const folder = mkdtempSync(join(tmpdir(), 'packgrid-transfer-'));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runCli(databasePath: string, words: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...CLI, ...words], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_PATH: databasePath },
  });
  // Long imports show their progress.
  expect(stderr.replace(/^[\d,]+ of [\d,]+ read\n/gm, '')).toBe('');
  return { stdout, status };
}

function exportOf(databasePath: string): string {
  const to = `${databasePath}-export`;
  runCli(databasePath, ['export', '--to', to]);
  return readFileSync(join(to, 'catalogue.ndjson'), 'utf8');
}

test('a catalogue imported from this site exports the same bytes', ({ baseURL }) => {
  test.setTimeout(90_000);
  const mine = exportOf(join(process.env['PACKGRID_TEST_FOLDER'] ?? '', 'packgrid.sqlite'));
  const copy = join(folder, 'copy.sqlite');
  const imported = runCli(copy, ['import', baseURL ?? '', '--rate', '1000']);
  expect(imported.stdout).toContain('186 packages: 186 added');
  expect(imported.status).toBe(0);
  expect(exportOf(copy)).toBe(mine);
  const again = runCli(copy, ['import', baseURL ?? '', '--rate', '1000']);
  expect(again.stdout).toContain('186 packages: 0 added, 0 changed, 186 untouched');
});

test('the dumps exist soon after a start and contain the catalogue', async ({ page, request }) => {
  await expect(async () => {
    await page.goto('/dumps/');
    await expect(page.getByRole('link', { name: 'catalogue.ndjson.gz' })).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dumps');
  expect(await findViolations(page)).toEqual([]);

  const response = await request.get('/dumps/catalogue.ndjson.gz');
  expect(response.headers()['content-disposition']).toBe(
    'attachment; filename="catalogue.ndjson.gz"',
  );
  expect(response.headers()['content-type']).toBe('application/gzip');
  const body = await response.body();
  expect(
    gunzipSync(body)
      .toString()
      .match(/"repo_url":/g),
  ).toHaveLength(186);

  const head = await request.head('/dumps/catalogue.ndjson.gz');
  expect([head.status(), head.headers()['etag']]).toEqual([200, response.headers()['etag']]);
  const part = await request.get('/dumps/catalogue.ndjson.gz', { headers: { Range: 'bytes=0-9' } });
  expect([part.status(), (await part.body()).length]).toEqual([206, 10]);
  const etag = response.headers()['etag'] ?? '';
  const known = await request.get('/dumps/catalogue.ndjson.gz', {
    headers: { 'If-None-Match': etag },
  });
  expect(known.status()).toBe(304);
  for (const path of ['..%2fcurrent', '%2e%2e%2fpackgrid.sqlite', 'packgrid.sqlite', 'x.gz']) {
    expect((await request.get(`/dumps/${path}`)).status(), path).toBe(404);
  }
});
