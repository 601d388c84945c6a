import { readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { settings } from '@/lib/settings';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';
import { partOf } from '@/tests/tools/extent';
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
const whole = readCatalogueRows(settings().DATABASE_PATH);
const fast = ['--rate', '1000', '--back-off', '0.01'];

test('importing a running host into an empty database gives an equal export and equal rows, and again changes none', async () => {
  const path = makeDatabase();
  const first = await runCli(path, ['import', host.url, ...fast]);
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('186 packages: 186 added, 0 changed, 0 untouched');
  expect(first.status).toBe(0);
  expect(await exportOf(path)).toBe(expected);

  const before = readCatalogueRows(path);
  for (const [table, rows] of Object.entries(whole)) expect(before[table], table).toEqual(rows);

  const again = await runCli(path, ['import', host.url, ...fast]);
  expect(again.stdout).toContain('186 packages: 0 added, 0 changed, 186 untouched');
  expect(again.stdout).toContain('31 grids: 0 added, 0 changed, 31 untouched');
  expect(again.status).toBe(0);
  expect(readCatalogueRows(path)).toEqual(before);
}, 60_000);

test('imports a host without facts, like djangopackages.org', async () => {
  const old = await startV4Host({ hasFacts: false });
  const path = makeDatabase();
  const first = await runCli(path, ['import', old.url, ...fast]);
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('186 packages: 186 added, 0 changed, 0 untouched');
  expect(first.stdout).toContain('31 grids: 31 added, ');
  expect(first.status).toBe(0);
  const again = await runCli(path, ['import', old.url, ...fast]);
  expect(again.stdout).toContain('186 packages: 0 added, 0 changed, 186 untouched');

  // Each package keeps its PyPI name, and importing it back changes nothing.
  const names = pypiNames(settings().DATABASE_PATH);
  expect(names.filter(({ name }) => name !== null).length).toBeGreaterThan(150);
  expect(pypiNames(path)).toEqual(names);
  const original = makeDatabase('shipped');
  expect((await runCli(original, ['import', old.url, ...fast])).status).toBe(0);
  expect(pypiNames(original)).toEqual(names);
  old.close();
}, 60_000);

const named = z.array(z.object({ id: z.number(), name: z.string().nullable() }));

function pypiNames(path: string) {
  const { $client } = openDatabase(path);
  const rows = $client.prepare('select id, pypi_name as name from packages order by id').all();
  $client.close();
  return named.parse(rows);
}

test('with --prune a database equals the source afterwards', async () => {
  const path = makeDatabase('shipped');
  const { $client } = openDatabase(path);
  $client.exec(`insert into packages (id, slug, title, category_id, created_at, modified_at)
    values (5, 'extra', 'Extra', 1, 1700000000000000, 1700000000000000)`);
  $client.exec(
    'insert into grid_packages (grid_id, package_id, created_at) select id, 5, 1 from grids',
  );
  $client.close();
  const { stdout, status } = await runCli(path, [
    'import',
    host.url,
    ...fast,
    '--prune',
    '--prefer',
    'remote',
  ]);
  expect(stdout).toContain('1 removed');
  expect(status).toBe(0);
  expect(await exportOf(path)).toBe(expected);
}, 60_000);

/** Starts an import, and kills it after a number of requests, or milliseconds after the last page. */
async function killAt(path: string, point: { request: number } | { millis: number }) {
  let kill = () => {};
  let asked = 0;
  const slow = await startV4Host({
    mostPerPage: 20,
    misbehave: () => {
      asked += 1;
      if ('request' in point ? asked === point.request : asked === requests) {
        setTimeout(kill, 'millis' in point ? point.millis : 0);
      }
      return false;
    },
  });
  const command = ['import', slow.url, ...fast];
  const killed = await runCli(path, command, (own) => (kill = own));
  const again = await runCli(path, command);
  slow.close();
  return { killed, again, asked };
}

/** Requests for the catalogue and its lists, twenty records per page. */
const requests = 1 + 1 + 10 + 2;

test.each(
  partOf(
    Array.from({ length: 10 }, (_, index) => index),
    3,
  ),
)(
  'an import that is killed and run again has the result of an uninterrupted one (%i)',
  async (index) => {
    const path = makeDatabase();
    // Seven while pages are fetched, three while everything is written.
    const point =
      index < 7
        ? { request: 1 + Math.floor(Math.random() * requests) }
        : { millis: Math.random() * 900 };
    const { killed, again, asked } = await killAt(path, point);
    if (index < 7) expect(killed.status).toBeNull();
    expect(again.status).toBe(0);
    expect(readCatalogueRows(path)).toEqual(whole);
    // Fetched pages are not requested again, except those in flight.
    if ('request' in point) expect(asked).toBeLessThanOrEqual(requests + 3);
    expect(readdirSync(`${path}-import`)).toEqual([]);
  },
  60_000,
);
