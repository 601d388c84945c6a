import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHIPPED_CATALOGUE } from '@/db/seed';
import { parseTime } from '@/lib/time';
import { CatalogueError, parseCatalogue } from '@/lib/catalogue-file/parse';
import {
  catalogue,
  category,
  grid,
  packageEntry,
} from '@/tests/server/import-export/small-catalogue';

const parse = (changes: object) => parseCatalogue(JSON.stringify({ ...catalogue, ...changes }));

/** The problems of a catalogue with these changes, one per line. */
function faultsOf(changes: object): string[] {
  try {
    parse(changes);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    const [head, ...faults] = error.message.split('\n');
    expect(head).toBe("The catalogue file can't be used:");
    return faults;
  }
}

test('the shipped catalogue is valid', () => {
  expect(parseCatalogue(readFileSync(SHIPPED_CATALOGUE, 'utf8')).packages).toHaveLength(186);
});

test('reads a small valid catalogue', () => {
  const file = parse({});
  expect(file.packages[0]?.development_status).toBe(4);
  expect(file.packages[0]?.pypi_released).toBe(parseTime('2026-10-01', 'America/New_York'));
  expect(file.categories[0]?.created).toBe(parseTime('2010-08-14T22:47:52-04:00', 'UTC'));
});

test('refuses a file that is not JSON', () => {
  expect(() => parseCatalogue('{"packages": [')).toThrow(CatalogueError);
});

test('reports a missing list', () => {
  expect(faultsOf({ grids: undefined })).toEqual([expect.stringMatching(/^grids: /)]);
});

test.each([
  ['title', '', 'Too small'],
  ['title', 'x'.repeat(101), 'Too big'],
  ['repo_url', 'javascript:alert(1)', 'must be an http or https address'],
  ['repo_watchers', -1, 'Too small'],
  ['repo_watchers', 1.5, 'expected int'],
  ['repo_forks', '3', 'expected number'],
  ['repo_watchers_date', '2026-02-30', 'must be an ISO date or time'],
  ['pypi_released', '2026-13', 'must be a month such as 2026-10'],
  ['pypi_download_rank', 0, 'Too small'],
  ['last_updated', 'yesterday', 'must be an ISO date or time'],
  ['commits_over_52', Array.from({ length: 51 }, () => 1), 'must have 52 weeks'],
  ['django_versions', ['five'], 'must be a version such as 5.2'],
  ['development_status', '8 - Lost', 'must be a trove status such as "4 - Beta"'],
  ['snapshot', { ...packageEntry.snapshot, commit: 'HEAD' }, 'must match pattern'],
  ['participants', [''], 'Too small'],
])('reports a package with %s %j by field and rule', (field, value, rule) => {
  const [fault, ...others] = faultsOf({ packages: [{ ...packageEntry, [field]: value }] });
  expect(fault).toMatch(new RegExp(`^packages\\[0\\] "acme", ${field}(\\.\\w+)?: `));
  expect(fault).toContain(rule);
  expect(others).toEqual([]);
});

test('reports a record with an invalid slug by position and slug', () => {
  expect(faultsOf({ categories: [{ ...category, slug: 'a b' }] })[0]).toBe(
    'categories[0] "a b", slug: must be 1 to 50 letters, digits, - or _',
  );
});

test('two packages may not share a slug, an id or a repository', () => {
  const packages = [packageEntry, packageEntry];
  expect(faultsOf({ packages })).toEqual([
    'packages[1], slug: "acme" is there twice',
    'packages[1], id: 7 is there twice',
    'packages[1], repo_url: "https://github.com/acme/acme" is there twice',
  ]);
});

test('two packages may both have no id and no repository', () => {
  const unknown = { ...packageEntry, id: null, repo_url: null, grids: [] };
  const packages = [packageEntry, { ...unknown, slug: 'b' }, { ...unknown, slug: 'c' }];
  expect(faultsOf({ packages })).toEqual([]);
});

test('a package must be in a category of the file', () => {
  expect(faultsOf({ packages: [{ ...packageEntry, category: 'toys' }] })).toEqual([
    'package "acme", category: no category "toys"',
  ]);
});

test('a package may not refer to an unknown grid', () => {
  const packages = [{ ...packageEntry, grids: ['rockets', 'trains'] }];
  expect(faultsOf({ packages })).toEqual(['package "acme", grids: no grid "trains"']);
});

test('package and grid must refer to each other', () => {
  expect(faultsOf({ packages: [{ ...packageEntry, grids: [] }] })).toEqual([
    'grid "rockets", packages: "acme" does not name this grid',
  ]);
  expect(faultsOf({ grids: [{ ...grid, packages: [], elements: [] }] })).toEqual([
    'package "acme", grids: grid "rockets" does not list it',
  ]);
});

test('a grid may not list an unknown package', () => {
  expect(faultsOf({ grids: [{ ...grid, packages: ['acme', 'ghost'] }] })).toEqual([
    'grid "rockets", packages: no package "ghost"',
  ]);
});

test('a package may list a grid only once', () => {
  const packages = [{ ...packageEntry, grids: ['rockets', 'rockets'] }];
  expect(faultsOf({ packages })).toEqual([
    'package "acme" grids[1], slug: "rockets" is there twice',
  ]);
});

test('a grid may list a package only once', () => {
  expect(faultsOf({ grids: [{ ...grid, packages: ['acme', 'acme'] }] })).toEqual([
    'grid "rockets" packages[1], slug: "acme" is there twice',
  ]);
});

test('two sources may not share a key', () => {
  const sources = [...catalogue.sources, { key: 'seed', what: 'Another.' }];
  expect(faultsOf({ sources })).toEqual(['sources[1], key: "seed" is there twice']);
});

const replacedBy = (name: string) => ({
  packages: [
    { ...packageEntry, status: { deprecated: true, deprecated_by: name } },
    { ...packageEntry, id: 8, slug: 'bolt', repo_url: 'https://github.com/bolt/bolt', grids: [] },
  ],
});

test.each(['bolt', 'https://github.com/bolt/bolt', 'https://example.org/elsewhere'])(
  'a package may be replaced by %s, a package of the file or a URL',
  (name) => {
    expect(faultsOf(replacedBy(name))).toEqual([]);
  },
);

test.each(['ghost', 'Bolt', '', 'javascript:alert(1)', 'github.com/bolt/bolt'])(
  'a package may not be replaced by %j, neither a package of the file nor a URL',
  (name) => {
    expect(faultsOf(replacedBy(name))).toEqual([
      `package "acme", status.deprecated_by: no package and no address "${name}"`,
    ]);
  },
);

test.each(['+99:99', '+15:00', '-05:60', '+5'])(
  'a time with the offset %s is invalid',
  (offset) => {
    const packages = [{ ...packageEntry, last_updated: `2026-05-06T07:25:10${offset}` }];
    expect(faultsOf({ packages })).toEqual([
      'packages[0] "acme", last_updated: must be an ISO date or time',
    ]);
  },
);

test('releases must be unique', () => {
  const release = { number: '1.0', date: '2026-10-03' };
  expect(faultsOf({ packages: [{ ...packageEntry, releases: [release, release] }] })).toEqual([
    'package "acme" releases[1], number: "1.0" is there twice',
  ]);
});

test('row ids and former slugs must be unique', () => {
  const releases = [
    { number: '1.0', date: '2026-10-03', row: 5 },
    { number: '1.1', date: null, row: 5 },
  ];
  const former = { slug: 'old', created: '2026-10-03' };
  const packages = [{ ...packageEntry, releases, former_slugs: [former, former] }];
  expect(faultsOf({ packages })).toEqual([
    'releases[1], row: 5 is there twice',
    'packages former_slugs[1], slug: "old" is there twice',
  ]);
});

test('a membership must refer to a package of its grid', () => {
  const memberships = [{ package: 'ghost', created: '2026-10-03' }];
  expect(faultsOf({ grids: [{ ...grid, memberships }] })).toEqual([
    'grid "rockets", memberships: "ghost" is not in this grid',
  ]);
});

test('a replacement URL is only allowed for deprecated packages', () => {
  const status = { deprecated: false, replacement_url: 'https://example.org/other' };
  expect(faultsOf({ packages: [{ ...packageEntry, status }] })).toEqual([
    'packages[0] "acme", status.replacement_url: belongs to a deprecated package',
  ]);
});

test('cells must be unique', () => {
  const [cell] = grid.elements;
  expect(faultsOf({ grids: [{ ...grid, elements: [cell, cell] }] })).toEqual([
    'grid "rockets" elements[1], cell: "1 of acme" is there twice',
  ]);
});

test('a cell must refer to a feature and a package of its grid', () => {
  const elements = [{ feature: 2, package: 'ghost', text: 'yes', evidence: '' }];
  expect(faultsOf({ grids: [{ ...grid, elements }] })).toEqual([
    'grid "rockets", elements[0].feature: no feature 2',
    'grid "rockets", elements[0].package: "ghost" is not in this grid',
  ]);
});

test('counts problems beyond ten instead of listing them', () => {
  const packages = Array.from({ length: 13 }, () => ({ ...packageEntry, title: '' }));
  const faults = faultsOf({ packages });
  expect(faults).toHaveLength(11);
  expect(faults.at(-1)).toBe('(3 more)');
});
