import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { countCatalogue, findCatalogueLoad } from '@/db/queries/catalogue';
import { fillDatabase } from '@/db/writes/import/fill';
import { openStaging } from '@/db/writes/staging';
import { CatalogueError } from '@/lib/import/problem';
import { loadCatalogue } from '@/server/import-export/import/load-catalogue';
import { checkDocuments } from '@/server/import-export/import/stage';
import { useEmptyDatabase } from '@/tests/tools/database';
import { category, grid, plainPackage, withFacts } from '@/tests/tools/v4-documents';

useEmptyDatabase();

const folder = mkdtempSync(join(tmpdir(), 'packgrid-seed-'));
const path = join(folder, 'catalogue.ndjson');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const source = { key: 'seed', description: 'A seed.' };
const whole = { generated: '2026-11-21', sources: [source], synonyms: [] };
const acme = withFacts({}, {});

const write = (documents: object[]) => {
  writeFileSync(path, documents.map((it) => `${JSON.stringify(it)}\n`).join(''));
};

const nothing = { categories: 0, packages: 0, grids: 0, features: 0, cells: 0 };

beforeEach(() => {
  expect(countCatalogue()).toEqual(nothing);
});

test('a file with a broken record loads nothing', () => {
  write([
    whole,
    category,
    acme,
    withFacts({ id: 8, slug: 'two', repo_url: '' }, { repo_forks: -1 }),
  ]);
  expect(() => loadCatalogue(path)).toThrow(CatalogueError);
  expect(countCatalogue()).toEqual(nothing);
});

test('a file with a broken reference loads nothing', () => {
  write([whole, category, { ...acme, category: 'https://example.org/api/v4/categories/2/' }]);
  expect(() => loadCatalogue(path)).toThrow('package 9001 "acme": its category 2 is neither here');
  expect(countCatalogue()).toEqual(nothing);
});

test('a file that fails at its last table loads nothing', () => {
  write([{ ...whole, sources: [source, source] }, category, acme, grid]);
  expect(() => loadCatalogue(path)).toThrow('sources: must not repeat a key');
  expect(countCatalogue()).toEqual(nothing);
  expect(findCatalogueLoad()).toBeUndefined();
});

test('a catalogue that fails only at its last table is rolled back completely', () => {
  const staging = openStaging(':memory:');
  const { documents } = checkDocuments([whole, category, plainPackage, grid], 'here');
  const broken = JSON.stringify({ ...whole, sources: [source, source] });
  staging.saveDocuments(
    documents.map((it) => (it.kind === 'catalogue' ? { ...it, document: broken } : it)),
    [],
  );
  expect(() => fillDatabase(staging, { sha256: '', now: 1 })).toThrow('must not repeat a key');
  staging.close();
  expect(countCatalogue()).toEqual(nothing);
  expect(findCatalogueLoad()).toBeUndefined();
});

test('more than ten problems are counted, not listed', () => {
  write(Array.from({ length: 13 }, (_, index) => ({ ...category, id: index + 1, title: '' })));
  expect(() => loadCatalogue(path)).toThrow(
    /^The catalogue can't be used:(\n.*: title: .*){10}\n\(3 more\)$/,
  );
});

test('once it is corrected, the same file loads', () => {
  write([whole, category, acme, grid]);
  expect(loadCatalogue(path)).toBe(true);
  expect(countCatalogue()).toEqual({ categories: 1, packages: 1, grids: 1, features: 1, cells: 1 });
});
