import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { applyDocuments } from '@/tests/tools/apply-documents';
import { useEmptyDatabase } from '@/tests/tools/database';
import { facts } from '@/tests/tools/v4-documents';

useEmptyDatabase();

const at = '2015-05-06T07:25:10-04:00';

const category = {
  id: 1,
  title: 'App',
  slug: 'apps',
  description: '',
  title_plural: 'Apps',
  show_pypi: true,
  created: at,
  modified: at,
};

/** A package of a host without facts. */
const bare = {
  category: 'https://example.org/api/v4/categories/1/',
  grids: [],
  title: 'Acme',
  pypi_version: '1.0',
  last_fetched: '2026-11-20T07:25:10-04:00',
  created: at,
  modified: at,
};

const ownFacts = { ...facts, repo_watchers: null, repo_forks: null, pypi_name: 'acme' };

/** `2.0 2026-06-18 pypi hidden`. */
function release(text: string, index: number) {
  const [number, day, ...notes] = text.split(' ');
  return {
    id: 100 + index,
    number,
    date: `${day}T00:00:00Z`,
    precision: 'day',
    source: notes.includes('pypi') ? 'pypi' : 'tag',
    hidden: notes.includes('hidden'),
  };
}

/** The same package of a host with facts. */
const full = (releases: string[], more: object = {}) => ({
  ...bare,
  pypi_version: null,
  facts: { ...ownFacts, releases: releases.map(release) },
  ...more,
});

/** The stored versions of a package in ascending order, and which is the newest. */
function read(id: number) {
  const numbers = database().all<{ number: string }>(
    sql`select number from versions where package_id = ${id} order by number`,
  );
  const { newest } = database().get<{ newest: string | null }>(
    sql`select last_release_number as newest from packages where id = ${id}`,
  );
  return { numbers: numbers.map(({ number }) => number), newest };
}

let made = 9000;

/** Imports one after the other, as a separate package. */
function apply(steps: object[]) {
  const id = (made += 1);
  const own = { id, slug: `acme-${id}`, repo_url: `https://github.com/acme/acme-${id}` };
  const outcomes = steps.map((it) => applyDocuments([{ ...it, ...own }]));
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
  return { id, counts: outcomes.at(-1)?.counts.package };
}

beforeAll(() => {
  applyDocuments([category]);
});

const tags = ['2.0 2026-06-18', '1.9 2026-06-19', '1.8 2026-01-01'];
const files = ['2.0 2026-06-18 pypi', '1.9 2026-06-19 pypi'];

test.each([
  ['a tag is gone', [full(tags), full(tags.slice(1))], ['1.8', '1.9'], '1.9'],
  ['a file on PyPI is gone', [full(files), full(files.slice(1))], ['1.9'], '1.9'],
  ['a file on PyPI is yanked', [full(files), full(['2.0 2026-06-18 pypi hidden'])], ['2.0'], null],
  [
    'the list has only tags, PyPI releases are kept',
    [full([...files, '1.8 2026-01-01']), full(['1.8 2026-01-01'])],
    ['1.8', '1.9', '2.0'],
    '2.0',
  ],
  ['the list is empty, all are kept', [full(tags), full([])], ['1.8', '1.9', '2.0'], '2.0'],
  [
    'the list is older than the local one, all are kept',
    [full(tags), full(tags.slice(1), { last_fetched: '2026-01-20T07:25:10-04:00' })],
    ['1.8', '1.9', '2.0'],
    '2.0',
  ],
  [
    'the list is marked incomplete, all are kept',
    [
      full(tags),
      full([], {
        facts: { ...ownFacts, releases: [release('1.9 2026-06-19', 1)], has_all_releases: false },
      }),
    ],
    ['1.8', '1.9', '2.0'],
    '2.0',
  ],
  [
    'a host without facts has a higher version',
    [bare, { ...bare, pypi_version: '1.1' }],
    ['1.0', '1.1'],
    '1.1',
  ],
  [
    'a host without facts withdraws a version that only it had',
    [bare, { ...bare, pypi_version: '1.1' }, bare],
    ['1.0'],
    '1.0',
  ],
  [
    'a host without facts has a lower version than known from elsewhere, that one is kept',
    [full(files, { pypi_version: '2.0' }), { ...bare, pypi_version: '1.9' }],
    ['1.9', '2.0'],
    '2.0',
  ],
  [
    'a host without facts has no version, all are kept',
    [bare, { ...bare, pypi_version: null }],
    ['1.0'],
    '1.0',
  ],
  ['a host has an invalid version', [{ ...bare, pypi_version: 'nightly' }], ['nightly'], null],
])('where %s', (_, steps, numbers, newest) => {
  expect(read(apply(steps).id)).toEqual({ numbers, newest });
});

test('the same documents again change nothing', () => {
  const it = full(['2.0rc1 2026-01-01 pypi', '1.0 2025-01-01'], { pypi_version: '2.0rc1' });
  const { id, counts } = apply([it, it]);
  expect(read(id).newest).toBe('1.0');
  expect(counts).toMatchObject({ added: 0, changed: 0, same: 1 });
});
