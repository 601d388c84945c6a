import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { parseCatalogue } from '@/lib/catalogue-file/parse';
import { catalogueText } from '@/server/import-export/export/catalogue';
import { settings } from '@/lib/settings';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';
import { writeText } from '@/server/import-export/export/write';

useShippedCatalogue();

const folder = mkdtempSync(join(tmpdir(), 'packgrid-export-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Loads a catalogue file into a new database, like the first start does, and returns its path. */
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

const texts = () => [...catalogueText({ isPublic: false })].join('');

test('an export of a newly seeded database loads row for row', () => {
  const file = join(folder, 'shipped.json');
  writeText(file, catalogueText({ isPublic: false }));
  expectSameRows(load(file));
}, 60_000);

test('exports row ids, former slugs, examples, hidden releases and exact times too', () => {
  enrichCatalogue();
  const file = join(folder, 'rich.json');
  writeText(file, catalogueText({ isPublic: false }));
  const rows = readCatalogueRows(settings().DATABASE_PATH);
  expect(rows['package_examples']?.length).toBeGreaterThan(10);
  expect(rows['slug_redirects']?.length).toBeGreaterThan(30);
  expectSameRows(load(file));
  expect(readFileSync(file, 'utf8')).toBe(texts());
}, 60_000);

test('the file is parsed like the shipped one', () => {
  const file = parseCatalogue(texts());
  expect(file.packages).toHaveLength(186);
  expect(file.grids).toHaveLength(31);
});

test('a public export omits records that await moderation', () => {
  const isWaiting = (facts: { examples: { active: boolean | null }[] }) =>
    facts.examples.some(({ active }) => active !== true);
  const read = (isPublic: boolean) => parseCatalogue([...catalogueText({ isPublic })].join(''));
  database().run(sql`update package_examples set is_active = null where id % 2 = 0`);
  expect(read(false).packages.some(isWaiting)).toBe(true);
  expect(read(true).packages.some(isWaiting)).toBe(false);
  expect(read(true).packages.some(({ examples }) => examples.length > 0)).toBe(true);
});
