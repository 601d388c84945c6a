import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiRoot } from '@/server/import-export/import/read-api';
import { UnreadableText } from '@/lib/import/problem';
import { documentsIn } from '@/lib/import/read-text';
import { resolve, type Identity } from '@/lib/import/resolve';
import { retryAfterMillis } from '@/server/import-export/import/retry-after';

const NOW = Date.UTC(2026, 10, 21, 12);

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5000],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ['Saturday, 21-Nov-26 12:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 12:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['2026', 2_026_000],
  ['', undefined],
  [null, undefined],
])('Retry-After %j is %j milliseconds', (header, millis) => {
  expect(retryAfterMillis(header, NOW)).toBe(millis);
});

test.each([
  ['https://example.org', 'https://example.org/api/v4/', ''],
  ['https://example.org/', 'https://example.org/api/v4/', ''],
  ['https://example.org/packages', 'https://example.org/packages/api/v4/', ''],
  ['https://example.org/api/v4', 'https://example.org/api/v4/', ''],
  ['https://example.org/api/v4/?format=json', 'https://example.org/api/v4/', ''],
  ['https://example.org/api/v4/packages/', 'https://example.org/api/v4/', 'packages/'],
  ['https://example.org/below/api/v4/grids/5/', 'https://example.org/below/api/v4/', 'grids/5/'],
])('%s is requested at %s', (typed, root, rest) => {
  const found = apiRoot(new URL(typed));
  expect([found.root.href, found.rest]).toEqual([root, rest]);
});

const page = 'tests/fixtures/saved-pages/package-2167.txt';
const text = readFileSync(page, 'utf8');
const saved = { id: 2167, slug: 'django-websocket-redis', repo_watchers: 898 };

test('reads the text of a browsable page with either line ending', () => {
  expect(documentsIn(text)).toMatchObject([saved]);
  expect(documentsIn(text.replaceAll('\n', '\r\n'))).toMatchObject([saved]);
});

test('reads the HTML of a browsable page', () => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const linked = escaped.replace(/https:[^&]+/g, (url) => `<a href="${url}">${url}</a>`);
  const html = `<!doctype html><pre>GET /</pre><pre class="x"><b>HTTP 200 OK</b>${linked.split('HTTP 200 OK')[1] ?? ''}</pre>`;
  expect(documentsIn(html)).toEqual(documentsIn(text));
});

test.each([
  ['{"id": 1}', [{ id: 1 }]],
  ['[{"id": 1}, {"id": 2}]', [{ id: 1 }, { id: 2 }]],
  ['{"id": 1}\n{"id": 2}\n', [{ id: 1 }, { id: 2 }]],
  ['{"count": 1, "next": null, "results": [{"id": 1}]}', [{ id: 1 }]],
  ['\uFEFF{\n "id": 1\n}', [{ id: 1 }]],
])('%j contains documents', (json, documents) => {
  expect(documentsIn(json)).toEqual(documents);
});

test.each(['', '   ', 'hello', '{"id": 1', '<html><p>404</p></html>', 'HTTP 200 OK\n\n{"a"'])(
  '%j contains none',
  (json) => {
    expect(() => documentsIn(json)).toThrow(UnreadableText);
  },
);

const record = (id: number, slug: string, repoUrl: string | null = null): Identity => ({
  id,
  slug,
  repoUrl,
  modifiedAt: 0,
});

test('a refused record keeps its local name, which conflicts with another', () => {
  const local = [record(1, 'a'), record(2, 'b'), record(3, 'c')];
  // 1 would become b, and 2 become c, which 3 keeps.
  const { taken, problems } = resolve('package', [record(1, 'b'), record(2, 'c')], local, 'local');
  expect([...taken.keys()]).toEqual([]);
  expect(problems.map(({ at }) => at)).toEqual(['package 2 "c"', 'package 1 "b"']);
});

test('keeps the first of two source records with one slug', () => {
  const { taken, problems } = resolve('grid', [record(1, 'a'), record(2, 'a')], [], 'local');
  expect([...taken.keys()]).toEqual([1]);
  expect(problems[0]?.why).toBe('grid 1 "a" in the source has the same slug');
});

test('references to a skipped record point to its local counterpart', () => {
  const { localIdOf } = resolve('package', [record(5, 'a')], [record(1, 'a')], 'local');
  expect(localIdOf(5)).toBe(1);
});

test('repositories are compared case-insensitively only for records with local ids', () => {
  const ours = [record(1_000_001, 'a', 'https://github.com/Acme/a')];
  const theirs = [record(7, 'a', 'https://github.com/Acme/a')];
  const incoming = [record(9, 'other', 'https://github.com/acme/a')];
  expect(resolve('package', incoming, ours, 'local').taken.get(9)).toBe(1_000_001);
  expect(resolve('package', incoming, theirs, 'local').taken).toEqual(new Map([[9, undefined]]));
});
