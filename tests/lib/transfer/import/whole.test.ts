import { afterAll, expect, test } from 'vitest';
import { settings } from '@/lib/settings';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';
import { exportOf, makeDatabase, runCli, useDatabases } from '@/tests/tools/import-command';
import { startV4Host } from '@/tests/tools/v4-host';

useShippedCatalogue();
useDatabases();
enrichCatalogue();

const host = await startV4Host();
afterAll(() => {
  host.close();
});
const expected = await exportOf(settings().DATABASE_PATH);
const fast = ['--rate', '1000', '--back-off', '0.01'];

test('an import from a running host into an empty database gives an equal export and equal rows', async () => {
  const path = makeDatabase();
  const first = await runCli(path, ['import', host.url, ...fast]);
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('186 packages: 186 added, 0 changed, 0 untouched');
  expect(first.status).toBe(0);
  expect(await exportOf(path)).toBe(expected);

  const [mine, theirs] = [readCatalogueRows(settings().DATABASE_PATH), readCatalogueRows(path)];
  for (const [table, rows] of Object.entries(mine)) expect(theirs[table], table).toEqual(rows);
}, 60_000);

test('the same import again changes no row', async () => {
  const path = makeDatabase();
  await runCli(path, ['import', host.url, ...fast]);
  const before = readCatalogueRows(path);
  const again = await runCli(path, ['import', host.url, ...fast]);
  expect(again.stdout).toContain('186 packages: 0 added, 0 changed, 186 untouched');
  expect(again.stdout).toContain('31 grids: 0 added, 0 changed, 31 untouched');
  expect(again.status).toBe(0);
  expect(readCatalogueRows(path)).toEqual(before);
}, 60_000);

test('an import that is killed at ten points of its way, and run again, ends as one that was not', async () => {
  const begin = performance.now();
  await runCli(makeDatabase(), ['import', host.url, ...fast]);
  const duration = performance.now() - begin;

  const path = makeDatabase();
  let killed = 0;
  for (let point = 1; point <= 10; point++) {
    // Later each time, so that some fall into the reading and some into the writing.
    const { status } = await runCli(
      path,
      ['import', host.url, ...fast],
      (duration * (point + Math.random() - 0.5)) / 10.5,
    );
    if (status === null) killed += 1;
  }
  expect(killed).toBeGreaterThanOrEqual(5);
  const last = await runCli(path, ['import', host.url, ...fast]);
  expect(last.status).toBe(0);
  expect(await exportOf(path)).toBe(expected);
}, 180_000);
