import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { countCatalogue, findCatalogueLoad } from '@/db/queries/catalogue';
import { loadCatalogue } from '@/db/seed';
import { saveCatalogue } from '@/db/writes/catalogue';
import { CatalogueError, parseCatalogue } from '@/lib/catalogue-file/parse';
import { catalogue, packageEntry } from '@/tests/server/import-export/small-catalogue';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

const folder = mkdtempSync(join(tmpdir(), 'packgrid-seed-'));
const path = join(folder, 'catalogue.json');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const write = (changes: object) => {
  writeFileSync(path, JSON.stringify({ ...catalogue, ...changes }));
};

const nothing = { categories: 0, packages: 0, grids: 0, features: 0, cells: 0 };

beforeEach(() => {
  expect(countCatalogue()).toEqual(nothing);
});

test('a file with a broken record loads nothing', () => {
  write({ packages: [packageEntry, { ...packageEntry, slug: 'two', repo_forks: -1 }] });
  expect(() => loadCatalogue(path)).toThrow(CatalogueError);
  expect(countCatalogue()).toEqual(nothing);
});

test('a file with a broken reference loads nothing', () => {
  write({ packages: [{ ...packageEntry, category: 'toys' }] });
  expect(() => loadCatalogue(path)).toThrow('package "acme", category: no category "toys"');
  expect(countCatalogue()).toEqual(nothing);
});

test('a file that fails at its last table loads nothing', () => {
  write({ sources: [catalogue.sources[0], catalogue.sources[0]] });
  expect(() => loadCatalogue(path)).toThrow();
  expect(countCatalogue()).toEqual(nothing);
  expect(findCatalogueLoad()).toBeUndefined();
});

test('a catalogue refused at its last table is rolled back', () => {
  const file = parseCatalogue(JSON.stringify(catalogue));
  const twice = { ...file, sources: [...file.sources, ...file.sources] };
  const load = { sha256: '', loadedAt: 1, generatedAt: 1_700_000_000_000_000, usageCountedAt: 1 };
  expect(() => saveCatalogue(twice, load)).toThrow('UNIQUE constraint failed: sources.key');
  expect(countCatalogue()).toEqual(nothing);
  expect(findCatalogueLoad()).toBeUndefined();
});

test('the corrected file loads', () => {
  write({});
  expect(loadCatalogue(path)).toBe(true);
  expect(countCatalogue()).toEqual({ categories: 1, packages: 1, grids: 1, features: 1, cells: 1 });
});
