import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { linksFrom } from '@/lib/api/links';
import { catalogueLines } from '@/server/import-export/export/documents';
import { SHIPPED_CATALOGUE } from '@/server/import-export/import/load-catalogue';
import { settings } from '@/lib/settings';
import { CLI } from '@/server/cli/child';
import { checkDocuments } from '@/server/import-export/import/stage';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';
import { writeText } from '@/server/import-export/export/write';

useShippedCatalogue();

const folder = mkdtempSync(join(tmpdir(), 'packgrid-export-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Loads a file of documents into a new database, like a first start, and returns its path. */
function load(file: string): string {
  const path = `${file}.sqlite`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/bench/fill.ts', file],
    { encoding: 'utf8', env: { ...process.env, DATABASE_PATH: path } },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return path;
}

function expectSameRows(path: string) {
  const [mine, loaded] = [readCatalogueRows(settings().DATABASE_PATH), readCatalogueRows(path)];
  for (const [table, rows] of Object.entries(mine)) expect(loaded[table], table).toEqual(rows);
}

const linesOf = (isPublic = false) =>
  catalogueLines({
    links: linksFrom('http://localhost:3000'),
    zone: 'America/New_York',
    isPublic,
  });

/** Exports this database and loads the file into another. Returns what each of the two exports. */
function roundTrip(name: string) {
  const file = join(folder, name);
  writeText(file, linesOf());
  const copy = load(file);
  expectSameRows(copy);
  const folderOfCopy = join(folder, `${name}-again`);
  const { status } = spawnSync(process.execPath, [...CLI, 'export', '--to', folderOfCopy], {
    env: { ...process.env, DATABASE_PATH: copy },
  });
  expect(status).toBe(0);
  return [file, join(folderOfCopy, 'catalogue.ndjson')].map((path) => readFileSync(path, 'utf8'));
}

test('a database filled from the shipped catalogue exports the same bytes', () => {
  const text = [...linesOf()].join('');
  expect(text).toBe(readFileSync(SHIPPED_CATALOGUE, 'utf8'));
});

test('a database that was just filled is loaded from its export row for row', () => {
  const [mine, copied] = roundTrip('shipped.ndjson');
  expect(copied).toBe(mine);
}, 60_000);

test('exports row ids, former slugs, examples, hidden releases and exact times too', () => {
  enrichCatalogue();
  database().run(sql`update package_examples set is_active = null where id % 3 = 0`);
  database().run(sql`update package_examples set is_active = 0 where id % 3 = 1`);
  const rows = readCatalogueRows(settings().DATABASE_PATH);
  expect(rows['package_examples']?.length).toBeGreaterThan(10);
  expect(rows['slug_redirects']?.length).toBeGreaterThan(30);
  const [mine, copied] = roundTrip('rich.ndjson');
  expect(copied).toBe(mine);
}, 60_000);

test('each line is a document that an import reads', () => {
  const lines = [...linesOf()].map((line): unknown => JSON.parse(line));
  const { documents, problems } = checkDocuments(lines, 'export');
  expect(problems).toEqual([]);
  expect(documents.filter(({ kind }) => kind === 'package')).toHaveLength(186);
  expect(documents.filter(({ kind }) => kind === 'grid')).toHaveLength(31);
});

test('public files omit records that await moderation', () => {
  const read = (isPublic: boolean) => [...linesOf(isPublic)].join('');
  database().run(sql`update package_examples set is_active = null where id % 2 = 0`);
  database().run(sql`update package_examples set is_active = 1 where id % 2 = 1`);
  expect(read(false)).toContain('"active":null');
  expect(read(true)).not.toContain('"active"');
  expect(read(true)).toContain('"examples":[{');
});
