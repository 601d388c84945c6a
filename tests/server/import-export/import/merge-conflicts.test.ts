import { expect, test } from 'vitest';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { makeDatabase, useDatabases } from '@/tests/tools/import-command';
import { acme, category, findRow, importDocuments, row, run } from './acme';

useDatabases();

test('a record with a local id takes the id of its counterpart, with everything that refers to it', async () => {
  const path = makeDatabase('shipped');
  run(path, `update packages set slug = 'local-name' where slug = 'huey'`);
  const before = findRow(path, 'local-name');
  expect(Number(before?.['id'])).toBeGreaterThan(1_000_000);
  const document = { ...acme, id: 777, slug: 'huey', repo_url: before?.['repo_url'] };
  const { status, stdout } = await importDocuments(path, [document]);
  expect(stdout).toContain('1 package: 0 added, 1 changed');
  expect(status).toBe(0);
  const renumbered = { id: 777, licence: before?.['licence'], feed_id: before?.['id'] };
  expect(findRow(path, 'huey')).toMatchObject(renumbered);
  const rows = readCatalogueRows(path);
  const old = JSON.stringify(before?.['id']);
  for (const [table, all] of Object.entries(rows)) {
    const left = all.filter((item) => {
      const { package_id: owner, record_id: indexed } = row.parse(item);
      return JSON.stringify(owner) === old || JSON.stringify(indexed) === old;
    });
    expect(left, table).toEqual([]);
  }
  expect(JSON.stringify(rows['slug_redirects'])).toContain('"old_slug":"local-name"');
  const again = await importDocuments(path, [document]);
  expect(again.stdout).toContain('0 changed, 1 untouched');
}, 60_000);

test('the same slug with another source id is a conflict, resolved by --prefer', async () => {
  const path = makeDatabase();
  await importDocuments(path, [category, acme]);
  const other = { ...acme, id: 9002, repo_url: 'https://github.com/other/acme', title: 'Other' };
  const local = await importDocuments(path, [other]);
  expect(local.status).toBe(1);
  expect(local.stdout).toContain(
    'skipped: package 9002 "acme": local package 9001 "acme" has the same slug "acme"',
  );
  expect(findRow(path, 'acme')).toMatchObject({ id: 9001, title: 'Acme' });
  const remote = await importDocuments(path, [other], ['--prefer', 'remote']);
  expect(remote.status).toBe(0);
  expect(findRow(path, 'acme')).toMatchObject({ id: 9002, title: 'Other' });
}, 60_000);

test('the same repository with another id and slug is a conflict too', async () => {
  const path = makeDatabase();
  await importDocuments(path, [category, acme]);
  const { stdout } = await importDocuments(path, [{ ...acme, id: 9003, slug: 'acme2' }]);
  expect(stdout).toContain('has the same repository https://github.com/acme/acme');
}, 60_000);

test('two records can swap slugs', async () => {
  const path = makeDatabase();
  const bolt = { ...acme, id: 9002, slug: 'bolt', repo_url: 'https://github.com/bolt/bolt' };
  await importDocuments(path, [category, acme, bolt]);
  const { status } = await importDocuments(path, [
    { ...acme, slug: 'bolt' },
    { ...bolt, slug: 'acme' },
  ]);
  expect(status).toBe(0);
  expect([findRow(path, 'acme')?.['id'], findRow(path, 'bolt')?.['id']]).toEqual([9002, 9001]);
}, 60_000);

test('keeps newer local edits, unless the source is preferred', async () => {
  const path = makeDatabase();
  await importDocuments(path, [category, acme]);
  run(path, `update packages set title = 'Mine', modified_at = 1790000000000000`);
  const changed = { ...acme, title: 'Theirs' };
  const local = await importDocuments(path, [changed]);
  expect(local.status).toBe(2);
  expect(local.stdout).toMatch(
    /"acme": not changed, since it was edited here later, on 2026-09-2\d/,
  );
  expect(local.stdout).toContain('title: "Mine" → "Theirs"');
  expect(findRow(path, 'acme')?.['title']).toBe('Mine');
  await importDocuments(path, [changed], ['--prefer', 'remote']);
  expect(findRow(path, 'acme')?.['title']).toBe('Theirs');
}, 60_000);

test('keeps newer local figures', async () => {
  const path = makeDatabase();
  await importDocuments(path, [category, acme]);
  const older = { ...acme, repo_watchers: 100, last_fetched: '2026-01-20T07:25:10-04:00' };
  const { stdout } = await importDocuments(path, [older]);
  expect(stdout).toContain('0 changed, 1 untouched');
  expect(findRow(path, 'acme')?.['repo_watchers']).toBe(812);
}, 60_000);
