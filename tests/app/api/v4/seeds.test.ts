import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as detail from '@/app/api/v4/packages/[lookup]/route';
import { useShippedCatalogue } from '@/tests/tools/database';
import { readMain } from '@/tests/tools/read-page';
import { ask } from './ask';

useShippedCatalogue();
process.env['SITE_URL'] = 'https://djangopackages.org';

const fixture = z.object({ path: z.string(), document: z.looseObject({ slug: z.string() }) });

function readFixture(id: string) {
  const file = join('tests', 'fixtures', 'v4', `package-${id}.json`);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  // Zod would put its own keys first, and their order matters here.
  const raw = z.object({ document: z.unknown() }).parse(json);
  return { ...fixture.parse(json), text: JSON.stringify(raw.document) };
}

/** Like the saved page of the reference: without trailing spaces. */
const readPage = (id: string) =>
  readFileSync(join('tests', 'fixtures', 'saved-pages', `package-${id}.txt`), 'utf8')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const seeds = ['2167', '2948', '3708', '631', '2647'];

test.each(seeds)('the page of package %s has the text of the reference', async (id) => {
  const { path } = readFixture(id);
  const headers = { Accept: 'text/html' };
  const page = await ask(detail, path, { params: { lookup: id }, headers });
  expect(page.header('content-type')).toBe('text/html; charset=utf-8');
  expect(readMain(page.text)).toBe(readPage(id));
});

/** Two of them were saved with `?format=api`, which their links keep. */
const plain = seeds.filter((id) => !readFixture(id).path.includes('?'));

test.each(plain)('package %s equals the response of the reference, byte for byte', async (id) => {
  const { path, document, text } = readFixture(id);
  const byId = await ask(detail, path, { params: { lookup: id } });
  expect(byId.text).toBe(text);

  const bySlug = await ask(detail, path, { params: { lookup: document.slug } });
  expect(bySlug.text).toBe(text);
});

test('indent returns the same document on several lines', async () => {
  const { text } = readFixture('2948');
  const { text: pretty } = await ask(detail, '/api/v4/packages/2948/', {
    params: { lookup: '2948' },
    headers: { Accept: 'application/json; indent=4' },
  });
  expect(pretty).toContain(
    '{\n    "category": "https://djangopackages.org/api/v4/categories/1/",\n',
  );
  expect(JSON.stringify(JSON.parse(pretty))).toBe(text);
});
