import { expect, test } from 'vitest';
import { UnreadableText } from '@/lib/import/problem';
import { documentsIn } from '@/lib/import/read-text';
import { checkDocuments } from '@/server/import-export/import/stage';
import { applyText } from '@/tests/tools/apply-documents';
import { readCatalogueRows } from '@/tests/tools/catalogue-rows';
import { useEmptyDatabase } from '@/tests/tools/database';
import { settings } from '@/lib/settings';
import { catalogue, grid, packageEntry } from './old-catalogue';

useEmptyDatabase();

const convert = (changes: object) => documentsIn(JSON.stringify({ ...catalogue, ...changes }));
const problemsOf = (changes: object) =>
  checkDocuments(convert(changes), 'file').problems.map(({ at, why }) => `${at}: ${why}`);

test('records, rows and times come out as documents with facts', () => {
  const [whole, apps, acme, rockets] = convert({});
  const generated = '2026-11-21T05:00:00Z';
  expect(whole).toEqual({
    generated: '2026-11-21',
    sources: [{ key: 'seed', description: 'A seed.' }],
    synonyms: [],
  });
  // Days and times without an offset are in New York time.
  expect(apps).toMatchObject({ id: 1, slug: 'apps', created: '2010-08-15T02:47:52Z' });
  expect(acme).toMatchObject({
    id: 7,
    category: 'https://localhost/api/v4/categories/1/',
    grids: ['https://localhost/api/v4/grids/5/'],
    created: generated,
    modified: generated,
    last_updated: '2026-05-06T11:25:10Z',
    facts: {
      repo_watchers: 812,
      repo_figures_date: '2026-02-15T05:00:00Z',
      repo_figures_source: 'seed',
      commits_date: '2026-02-15T05:00:00Z',
      commit_count: 99,
      figures_source: 'seed',
      reported_version: '1.0',
      development_status: 4,
      snapshot_commit: '8aa0cbd',
      snapshot_date: '2026-05-06T04:00:00Z',
      usage_count: null,
      usage_date: null,
      deprecated: false,
      archived: false,
      has_all_releases: false,
      releases: [
        {
          ...{ id: 1_000_001, number: '1.0', date: '2026-10-03T04:00:00Z', precision: 'day' },
          ...{ source: 'tag', hidden: false, first_seen: generated },
        },
      ],
    },
  });
  expect(rockets).toMatchObject({
    id: 5,
    facts: {
      memberships: [{ id: 1_000_001, package: 7, created: generated }],
      features: [{ id: 1_000_001, title: 'Flies', created: generated, modified: generated }],
      cells: [{ id: 1_000_001, feature: 1_000_001, package: 7, text: 'yes' }],
    },
  });
  expect(problemsOf({})).toEqual([]);
});

test('data that only exports had is kept: row ids, examples, former slugs, memberships', () => {
  const at = { created: '2026-10-03T00:00:00.123456Z', modified: '2026-10-04T00:00:00Z' };
  const example = { row: 3, title: 'Site', url: 'https://example.org/', active: null, ...at };
  const former = { row: 4, slug: 'old', created: at.created };
  const more = { examples: [example], former_slugs: [former], usage_counted: '2026-01-01' };
  const [release] = packageEntry.releases;
  const acme = { ...packageEntry, ...more, releases: [{ ...release, row: 9 }] };
  const memberships = [{ row: 5, package: 'acme', created: at.created }];
  const documents = convert({ packages: [acme], grids: [{ ...grid, memberships }] });
  expect(documents[2]).toMatchObject({
    facts: {
      examples: [{ id: 3, active: null, ...at }],
      former_slugs: [{ id: 4, slug: 'old', created: at.created }],
      releases: [{ id: 9 }],
      usage_date: '2026-01-01T05:00:00Z',
      has_all_releases: true,
    },
  });
  expect(documents[3]).toMatchObject({ facts: { memberships: [{ id: 5, created: at.created }] } });
});

test('records without an id get those from 1,000,001 up', () => {
  const other = { ...packageEntry, id: null, repo_url: null, grids: [] };
  const packages = [packageEntry, { ...other, slug: 'b' }, { ...other, slug: 'c' }];
  const ids = convert({ packages }).slice(2, 5);
  expect(ids).toMatchObject([{ id: 7 }, { id: 1_000_001 }, { id: 1_000_002 }]);
});

test('a newest PyPI version without a tag is a release dated to the month', () => {
  const [, , acme] = convert({ packages: [{ ...packageEntry, pypi_version: '1.1' }] });
  expect(acme).toMatchObject({
    facts: {
      reported_version: '1.1',
      releases: [
        { number: '1.1', date: '2026-10-01T04:00:00Z', precision: 'month', source: 'pypi' },
        { number: '1.0', precision: 'day', source: 'tag' },
      ],
    },
  });
});

test.each([
  ['bolt', 8, null],
  ['https://github.com/Bolt/bolt', 8, null],
  ['https://example.org/elsewhere', null, 'https://example.org/elsewhere'],
])('a package replaced by %s refers to a package or a URL', (name, id, address) => {
  const bolt = { id: 8, slug: 'bolt', repo_url: 'https://github.com/bolt/bolt', grids: [] };
  const packages = [
    { ...packageEntry, status: { deprecated_by: name } },
    { ...packageEntry, ...bolt },
  ];
  const link = id === null ? null : `https://localhost/api/v4/packages/${id}/`;
  const [, , acme] = convert({ packages });
  expect(acme).toMatchObject({
    facts: { deprecated: true, replaced_by: link, replacement_url: address },
  });
});

test.each([
  [{ grids: undefined }, undefined],
  [{ packages: [{ ...packageEntry, category: 'toys' }] }, 'there is no category "toys"'],
  [{ packages: [{ ...packageEntry, grids: ['trains'] }] }, 'there is no grid "trains"'],
  [
    { packages: [{ ...packageEntry, status: { deprecated_by: 'ghost' } }] },
    'there is no package "ghost"',
  ],
  [
    { grids: [{ ...grid, elements: [{ ...grid.elements[0], package: 'ghost' }] }] },
    'there is no package "ghost"',
  ],
  [
    { packages: [{ ...packageEntry, repo_watchers_date: '2026-02-30' }] },
    'packages.0.repo_watchers_date: must be an ISO date or time',
  ],
  [
    { packages: [{ ...packageEntry, last_updated: '2026-05-06T07:25:10+99:99' }] },
    'packages.0.last_updated: must be an ISO date or time',
  ],
])('%# a file of the wrong shape is refused completely', (changes, message) => {
  // Without grids it is neither a catalogue file nor a document.
  if (message === undefined) expect(problemsOf(changes)).toHaveLength(1);
  else {
    expect(() => convert(changes)).toThrow(UnreadableText);
    expect(() => convert(changes)).toThrow(message);
  }
});

test.each([
  ['title', '', 'title: Too small'],
  ['title', 'x'.repeat(101), 'title: Too big'],
  ['slug', 'a b', 'slug: must be 1 to 50 letters'],
  ['repo_url', 'javascript:alert(1)', 'repo_url: must be an http or https address'],
  ['repo_watchers', -1, 'facts.repo_watchers: Too small'],
  ['repo_watchers', 1.5, 'facts.repo_watchers: Invalid input: expected int'],
  ['repo_forks', '3', 'facts.repo_forks: Invalid input: expected number'],
  ['pypi_download_rank', 0, 'facts.pypi_download_rank: Too small'],
  ['commits_over_52', Array.from({ length: 51 }, () => 1), 'commits_over_52: must have 52 weeks'],
  ['django_versions', ['five'], 'facts.django_versions.0: Invalid string'],
  ['development_status', '8 - Lost', 'facts.development_status: Too big'],
  ['development_status', 'Lost', 'facts.development_status: Invalid input'],
  ['snapshot', { ...packageEntry.snapshot, commit: 'HEAD' }, 'facts.snapshot_commit: Invalid'],
  [
    'status',
    { deprecated: false, replacement_url: 'https://example.org/other' },
    'is only allowed for deprecated packages',
  ],
  [
    'releases',
    [...packageEntry.releases, ...packageEntry.releases],
    'facts.releases: must not repeat a version',
  ],
])('a package with %s %j is skipped, and the report has field and rule', (field, value, rule) => {
  // Its grid follows it by slug.
  const grids = field === 'slug' ? [] : [grid];
  const acme = { ...packageEntry, [field]: value, ...(field === 'slug' && { grids: [] }) };
  const problems = problemsOf({ packages: [acme], grids });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^package 7 "/);
  expect(problems[0]).toContain(rule);
});

test('a file is imported completely, and importing it again changes nothing', () => {
  const first = applyText(JSON.stringify(catalogue));
  expect(first.problems).toEqual([]);
  expect(first.counts.package.added).toBe(1);
  const rows = readCatalogueRows(settings().DATABASE_PATH);
  expect(rows['cells']).toHaveLength(1);
  const again = applyText(JSON.stringify(catalogue));
  expect(again.counts.package.same + again.counts.grid.same).toBe(2);
  expect(readCatalogueRows(settings().DATABASE_PATH)).toEqual(rows);
});

test.each([
  ['made by another program lists only the newest releases, and removes none', undefined, 2],
  ['that was exported is complete, and removes the releases it lacks', 1, 1],
])('a catalogue file %s', (_, row, left) => {
  const releases = [
    { number: '1.0', date: '2026-10-03', row },
    { number: '0.9', date: '2026-10-02', row: row && row + 1 },
  ];
  const fileOf = (size: number) =>
    JSON.stringify({
      ...catalogue,
      packages: [{ ...packageEntry, releases: releases.slice(0, size) }],
    });
  applyText(fileOf(2));
  applyText(fileOf(1));
  expect(readCatalogueRows(settings().DATABASE_PATH)['versions']).toHaveLength(left);
});
