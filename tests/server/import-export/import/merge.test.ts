import { readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { exportOf, makeDatabase, runHere, useDatabases } from '@/tests/tools/import-command';
import { acme, category, findRow, importDocuments } from './acme';

useDatabases();

const pages = join(import.meta.dirname, '../../../fixtures/saved-pages');
const shipped = 'db/catalogue/catalogue.ndjson';

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('reads the five saved browsable pages, which change nothing', async () => {
  const path = makeDatabase('shipped');
  const before = readCatalogueRows(path);
  const { stdout, status } = await runHere(path, ['import', pages]);
  expect(stdout).toContain('5 packages: 0 added, 0 changed, 5 untouched');
  expect(stdout).not.toContain('problem');
  expect(status).toBe(0);
  expect(readCatalogueRows(path)).toEqual(before);
}, 60_000);

test('imports saved pages into an empty database once their category exists', async () => {
  const path = makeDatabase();
  const refused = await runHere(path, ['import', pages]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Nothing to import was found at');
  expect(refused.stdout).toMatch(
    /skipped: package 2167 "django-websocket-redis": its category 1 is neither here nor in the source/,
  );
  await importDocuments(path, [category, { ...category, id: 2, slug: 'frameworks' }]);
  const taken = await runHere(path, ['import', pages]);
  expect(taken.stdout).toContain('5 added');
  expect(taken.stdout).toContain(
    'note: package 2167 "django-websocket-redis": its grid 116 is neither here nor in the source',
  );
  expect(findRow(path, 'django-websocket-redis')).toMatchObject({
    id: 2167,
    repo_watchers: 898,
    repo_figures_source: 'API of djangopackages.org',
    last_fetched_at: 1771200216901887,
  });
}, 60_000);

test('a host without facts erases no local data', async () => {
  const path = makeDatabase('shipped');
  const before = findRow(path, 'celery');
  const id = Number(before?.['id']);
  const bare = { ...acme, id, slug: 'celery', title: 'Celery', repo_url: before?.['repo_url'] };
  const unknown = {
    repo_watchers: 0,
    repo_forks: 0,
    pypi_version: null,
    last_updated: null,
    last_fetched: null,
    participants: [],
    repo_description: '',
    documentation_url: null,
    created: '2020-01-01T00:00:00Z',
    modified: '2026-12-01T00:00:00Z',
  };
  const { status } = await importDocuments(path, [{ ...bare, ...unknown }]);
  expect(status).toBe(0);
  const kept = [
    'licence',
    'repo_watchers',
    'repo_forks',
    'latest_version_id',
    'participants',
    'snapshot_at',
    'repo_description',
    'documentation_url',
    'health',
  ];
  const after = findRow(path, 'celery');
  for (const key of kept) expect(after?.[key], key).toEqual(before?.[key]);
  expect(after?.['modified_at']).toBe(Date.parse('2026-12-01T00:00:00Z') * 1000);
}, 60_000);

test('reports an invalid document with field and rule, and imports the others', async () => {
  const path = makeDatabase();
  const bad = { ...acme, id: 9009, slug: 'a b', repo_url: 'javascript:alert(1)', repo_forks: -1 };
  const huge = { ...acme, id: 2 ** 40, slug: 'huge', repo_url: 'https://github.com/acme/huge' };
  const documents = [category, bad, huge, acme, { hello: 1 }, []];
  const { status, stdout } = await importDocuments(path, documents);
  expect(status).toBe(2);
  expect(stdout).toMatch(
    /skipped: package 9009 "a b": slug: must be 1 to 50 .*; repo_url: must be an http/,
  );
  expect(stdout).toContain('repo_forks: ');
  expect(stdout).toMatch(/skipped: package 1099511627776 "huge": id: .*2147483647/);
  expect(stdout).toContain('is not a document of a package, a grid or a category');
  expect(findRow(path, 'acme')).toBeDefined();
}, 60_000);

test('keeps the first of two cells for one place, and skips documents with duplicates', async () => {
  const path = makeDatabase();
  const at = { created: acme.created, modified: acme.created };
  const cell = { feature: 1, package: acme.id, evidence: '', ...at };
  const grid = {
    id: 5,
    title: 'Rockets',
    slug: 'rockets',
    header: false,
    packages: [],
    ...at,
    facts: {
      memberships: [{ id: 1, package: acme.id, created: acme.created }],
      features: [{ id: 1, title: 'Flies', description: '', ...at }],
      cells: [
        { ...cell, id: 1, text: 'yes' },
        { ...cell, id: 2, text: 'no' },
      ],
      former_slugs: [],
    },
  };
  const source = { key: 'a', description: 'One' };
  const whole = { generated: null, sources: [source, source], synonyms: [] };
  const words = Array.from({ length: 3000 }, (_, index) => `word${index}`);
  const wordy = { generated: null, sources: [], synonyms: [words] };
  const documents = [category, acme, grid, whole, wordy];
  const { status, stdout } = await importDocuments(path, documents);
  expect(stdout).toContain('1 grid: 1 added');
  expect(stdout).toContain('sources: must not repeat a key');
  expect(stdout).toContain('synonyms: must not make more than 100000 pairs');
  expect(status).toBe(2);
  expect(await exportOf(path, runHere)).toMatch(/"yes"/);
  expect(await exportOf(path, runHere)).not.toMatch(/"no"/);
  const again = await importDocuments(path, [grid]);
  expect(again.stdout).toContain('1 grid: 0 added, 0 changed, 1 untouched');
}, 60_000);

test('a dry run reports each changed field and changes no byte', async () => {
  const path = makeDatabase('shipped');
  const celery = findRow(path, 'celery');
  const changed = {
    ...acme,
    id: Number(celery?.['id']),
    slug: 'celery',
    repo_url: celery?.['repo_url'],
    repo_watchers: 99_999,
    modified: '2026-12-01T00:00:00Z',
  };
  const before = [hashOf(path), statSync(path).mtimeMs];
  const { stdout, status } = await importDocuments(path, [acme, changed], ['--dry-run']);
  expect(stdout).toMatch(/^\+ package 9001 "acme"$/m);
  expect(stdout).toMatch(/^~ package \d+ "celery"$/m);
  expect(stdout).toMatch(/^ {4}repo_watchers: \d+ → 99999$/m);
  expect(stdout).toContain('Dry run; nothing was written.');
  expect(stdout).toContain('2 packages: 1 added, 1 changed, 0 untouched');
  expect(status).toBe(0);
  expect([hashOf(path), statSync(path).mtimeMs]).toEqual(before);
  expect(findRow(path, 'acme')).toBeUndefined();
}, 60_000);

test.each([{ options: [] }, { options: ['--prune'] }])(
  'a file removes no package, with the options $options',
  async ({ options }) => {
    const path = makeDatabase('shipped');
    const slugs = async () =>
      (await exportOf(path, runHere)).match(/(?<="slug":")[^"]+(?=".*"repo_url")/g);
    const before = await slugs();
    const { stdout } = await importDocuments(path, [category], options);
    expect(stdout.includes('Not pruned')).toBe(options.length > 0);
    expect(before).toHaveLength(186);
    expect(await slugs()).toEqual(before);
  },
  60_000,
);

test('importing the shipped file into a seeded database changes nothing', async () => {
  const path = makeDatabase('shipped');
  const { stdout } = await runHere(path, ['import', shipped]);
  expect(stdout).toContain('186 packages: 0 added, 0 changed, 186 untouched');
  expect(stdout).toContain('31 grids: 0 added, 0 changed, 31 untouched');
}, 60_000);

test.each([
  [['import'], /^Usage: npm run cli -- import/],
  [['import', '/no/such/file'], /No such file or folder: \/no\/such\/file/],
  [['import', 'a', 'b'], /^Usage/],
  [['import', 'a', '--rate', 'fast'], /--rate: /],
  [['import', 'a', '--prefer', 'me'], /--prefer: /],
  [['import', 'a', '--colour'], /Unknown option '--colour'/],
  [['import', 'http://'], /is not a valid URL/],
  [['export', '--format', 'xml'], /--format can't be "xml"/],
  [['export', '--format', 'catalogue'], /"catalogue", which was replaced by ndjson/],
])(
  '%j ends with a message',
  async (words, message) => {
    const { stderr, stdout, status } = await runHere(makeDatabase(), words);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  },
  30_000,
);
