import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { linksFrom } from '@/lib/api/links';
import { exportFormats } from '@/server/import-export/export/files';
import { writeExport, writeText } from '@/server/import-export/export/write';
import { useShippedCatalogue } from '@/tests/tools/database';
import { readCsv } from '@/tests/tools/read-csv';

useShippedCatalogue();

const folder = mkdtempSync(join(tmpdir(), 'packgrid-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const setting = {
  links: linksFrom('https://example.org', undefined),
  zone: 'UTC',
  isPublic: false,
};
const write = (name: string) => writeExport(join(folder, name), [...exportFormats], setting);

test('the same database gives the same bytes, and each file its record count', () => {
  const [first, second] = [write('a'), write('b')];
  expect(second).toEqual(first);
  const records = Object.fromEntries(first.files.map((it) => [it.name, it.records]));
  expect(records).toEqual({
    'catalogue.ndjson': null,
    'packages.csv': 186,
    'grids.csv': 31,
    'memberships.csv': 228,
    'cells.csv': 1530,
    'packages.ndjson': 186,
    'grids.ndjson': 31,
    'categories.ndjson': 5,
  });
  for (const { name, bytes } of first.files) {
    expect(readFileSync(join(folder, 'a', name))).toHaveLength(bytes);
  }
});

test('tables are strict CSV without formulas', () => {
  database().run(
    sql`update packages set title = '=HYPERLINK("https://example.org")', repo_description = '@SUM(1,2)' where slug = 'celery'`,
  );
  database().run(sql`update cells set text = '-1+2' where id = (select min(id) from cells)`);
  write('risky');
  const tables = ['packages.csv', 'grids.csv', 'memberships.csv', 'cells.csv'].map((name) =>
    readCsv(readFileSync(join(folder, 'risky', name), 'utf8')),
  );
  const fields = tables.flat(2);
  expect(fields).toContain(`'=HYPERLINK("https://example.org")`);
  expect(fields).toContain(`'@SUM(1,2)`);
  expect(fields).toContain(`'-1+2`);
  const risky = fields.filter(
    (field) => /^[=+\-@\t\r]/.test(field) && !/^-?\d+(\.\d+)?$/.test(field),
  );
  expect(risky).toEqual([]);
});

test('every line is a document', () => {
  write('lines');
  const lines = readFileSync(join(folder, 'lines', 'packages.ndjson'), 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('facts.releases');
});

test('an interrupted write leaves the old file unchanged', () => {
  const path = join(folder, 'broken.txt');
  writeText(path, ['whole']);
  const broken = function* () {
    yield 'half';
    throw new Error('The disk is full.');
  };
  expect(() => writeText(path, broken())).toThrow('The disk is full.');
  expect(readFileSync(path, 'utf8')).toBe('whole');
  expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
});
