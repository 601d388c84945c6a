import { expect, test } from 'vitest';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid, listGrids } from '@/db/queries/grids';
import { featureGroup } from '@/lib/comparison/features';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparisonLink, comparisonQuery } from '@/lib/comparison/query';
import { viewComparison } from '@/lib/comparison/view';
import { database } from '@/db/client';
import { parseTime } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';
import { sql } from 'drizzle-orm';

useShippedCatalogue();

const clock = { now: parseTime('2026-11-21T12:00:00Z', 'UTC') ?? 0, zone: 'America/New_York' };

function view(slug: string, query: Record<string, string | string[]> = {}) {
  const id = findGrid(slug)?.id ?? 0;
  const source = {
    packages: listComparedPackages(id),
    groups: [...metricGroups, featureGroup('Features', listFeatures(id), listCells(id))],
  };
  return viewComparison(source, comparisonQuery.parse(query), clock);
}

const slugs = (slug: string, query: Record<string, string | string[]> = {}) =>
  view(slug, query).packages.map((it) => it.slug);

/** The slugs of a grid by a plain SQL condition and order. */
function plainly(slug: string, rest: string): string[] {
  const rows: { slug: string }[] = database().all(
    sql.raw(`select packages.slug from packages
      join grid_packages on grid_packages.package_id = packages.id
      join grids on grids.id = grid_packages.grid_id
      where grids.slug = '${slug}' ${rest}`),
  );
  return rows.map((it) => it.slug);
}

const allGrids = () => listGrids('title', { limit: 100, offset: 0 }).map(({ slug }) => slug);

const columns = {
  health: 'health',
  last_commit: 'last_commit_at',
  last_release: 'last_release_at',
  commits_over_52: `(select iif(commits_over_52 is null, null, (select sum(value) from json_each(commits_over_52)))
    from repositories where package_id = packages.id)`,
  development_status:
    '(select development_status from pypi_projects where package_id = packages.id)',
  repo_watchers: 'repo_watchers',
  repo_forks: 'repo_forks',
  usage_count: 'usage_count',
  pypi_downloads: 'pypi_download_rank',
};

test.each(Object.entries(columns))(
  'every grid sorts by %s as SQL does, both ways',
  (key, column) => {
    for (const grid of allGrids()) {
      for (const [sort, direction] of [
        [key, 'asc'],
        [`-${key}`, 'desc'],
      ] as const) {
        const order = `order by ${column} is null, ${column} ${direction}, packages.title collate nocase, packages.id`;
        expect(slugs(grid, { sort }), `${grid} ${sort}`).toEqual(plainly(grid, order));
      }
    }
  },
);

const supports = (product: string, cycle: string) =>
  `and exists (select 1 from package_support where package_id = packages.id
    and product = '${product}' and cycle = '${cycle}')`;
const statusIs5 =
  'and exists (select 1 from pypi_projects where package_id = packages.id and development_status = 5)';
const YEAR = 365 * 86_400_000_000;

test.each([
  [{ django: '5.2' }, supports('django', '5.2')],
  [{ python: '3.12' }, supports('python', '3.12')],
  [{ licence: 'MIT' }, "and licence = 'MIT'"],
  [{ status: '5' }, statusIs5],
  [{ stable: '1' }, statusIs5],
  [{ maintained: '1' }, `and is_active and last_commit_at >= ${clock.now - YEAR}`],
  [{ django: '5.2', licence: 'MIT' }, `${supports('django', '5.2')} and licence = 'MIT'`],
])('the filter %j matches the same as SQL in every grid that offers it', (query, where) => {
  let offered = 0;
  for (const grid of allGrids()) {
    const wanted = plainly(grid, where);
    if (wanted.length === 0) continue;
    offered += 1;
    expect(slugs(grid, query).toSorted(), grid).toEqual(wanted.toSorted());
  }
  expect(offered).toBeGreaterThan(3);
});

test('each filter has its number of matches, whatever other filters are set', () => {
  for (const grid of allGrids()) {
    for (const base of [{}, { maintained: '1' }, { licence: 'MIT' }]) {
      for (const { key, choices } of view(grid, base).filters) {
        for (const { value, count } of choices.filter((it) => it.count > 0)) {
          expect(slugs(grid, { ...base, [key]: value }), `${grid} ${key}=${value}`).toHaveLength(
            count,
          );
        }
      }
    }
  }
});

test('a required feature keeps packages whose cell is not no', () => {
  const { features } = view('workers-queues-tasks');
  for (const { value, count } of features) {
    expect(slugs('workers-queues-tasks', { has: value })).toHaveLength(count);
  }
});

test('only differences: each row shown differs, each row hidden agrees', () => {
  const shown = view('graphql', { diff: '1' });
  const keys = shown.groups.flatMap(({ metrics }) => metrics.map(({ key }) => key));
  for (const metric of view('graphql').groups.flatMap(({ metrics }) => metrics)) {
    const values = new Set(shown.packages.map((it) => JSON.stringify(metric.read(it).value)));
    expect(keys.includes(metric.key), metric.key).toBe(values.size > 1);
  }
});

test.each([
  ['score', 'health desc nulls last'],
  ['title', 'packages.title'],
  ['commit_date', 'last_commit_at desc nulls last'],
  ['watchers', 'repo_watchers desc nulls last'],
  ['downloads', 'pypi_download_rank asc nulls last'],
  ['forks', 'repo_forks desc nulls last'],
])('sort=%s of links to djangopackages.org sorts a grid', (sort, order) => {
  for (const grid of ['workers-queues-tasks', 'cms', 'forms']) {
    expect(slugs(grid, { sort }), grid).toEqual(
      plainly(grid, `and is_active order by ${order}, packages.title, packages.id`),
    );
  }
});

test('options of links to djangopackages.org can be combined', () => {
  const found = view('workers-queues-tasks', { sort: 'watchers', stable: 'true', q: 'queue' });
  expect(found.query).toMatchObject({ sort: '-repo_watchers', status: '5', q: { q: 'queue' } });
  expect(comparisonLink('/grids/g/x/', found.query)).toBe(
    '/grids/g/x/?sort=-repo_watchers&q=queue&status=5',
  );
  expect(found.packages.length).toBeGreaterThan(0);
});

test('pinned packages come first in their order, whatever the sort order', () => {
  const pin = 'django-tasks,celery';
  expect(slugs('workers-queues-tasks', { pin, sort: 'title' }).slice(0, 2)).toEqual([
    'django-tasks',
    'celery',
  ]);
});

test('sorting by a cell puts yes before text before no, unknown last', () => {
  const { groups } = view('workers-queues-tasks');
  const metric = groups
    .flatMap(({ metrics }) => metrics)
    .find(({ label }) => label === 'Admin module');
  const sorted = view('workers-queues-tasks', { sort: `-${metric?.key ?? ''}` }).packages;
  const values = sorted.map((it) => metric?.read(it).value ?? null);
  const rank = [...values].map((text) =>
    ['yes', 'no', null].indexOf(text === null ? null : String(text)),
  );
  expect(rank).toEqual([...rank].sort((a, b) => a - b));
});

const hostile = [
  '',
  'x'.repeat(10_000),
  'nope',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '%00',
  '\0',
  '🦄',
  '-',
  '--',
  '-nope',
  '1e9',
  '-1',
  'null',
  'a,b,c',
  ',,,',
  '../../etc/passwd',
  'ＡＢＣ',
];
const parameters = [
  'layout density sort pin maintained status django python licence has show diff evidence',
].flatMap((all) => all.split(' '));

test.each(parameters)('invalid values of %s leave the rest of the state unchanged', (name) => {
  const rest = { q: 'django', maintained: '1' };
  const wanted = slugs('workers-queues-tasks', name === 'maintained' ? { q: 'django' } : rest);
  for (const value of [...hostile, hostile]) {
    const found = view('workers-queues-tasks', { ...rest, [name]: value });
    expect(found.query.q.q).toBe('django');
    expect(found.packages.map((it) => it.slug).toSorted(), JSON.stringify(value)).toEqual(
      wanted.toSorted(),
    );
  }
});

test('a link to a state leads to that state', () => {
  const query = comparisonQuery.parse({
    sort: '-repo_watchers',
    pin: 'celery,huey',
    q: 'a b',
    maintained: 'on',
    django: '5.2',
    has: ['f1', 'f2'],
    diff: '1',
    layout: 'rows',
    density: 'compact',
  });
  const url = new URL(comparisonLink('/grids/g/x/', query), 'http://test');
  expect(comparisonQuery.parse(Object.fromEntries(url.searchParams))).toEqual(query);
  expect(comparisonLink('/grids/g/x/', comparisonQuery.parse({}))).toBe('/grids/g/x/');
});

test('packages are rows by default if they do not fit a desktop window as columns', () => {
  expect(view('workers-queues-tasks').layout).toBe('rows');
  expect(view('workers-queues-tasks', { q: 'celery' }).layout).toBe('columns');
  expect(view('e-commerce-shop').layout).toBe('columns');
  expect(view('graphql').layout).toBe('columns');
  expect(view('graphql', { layout: 'rows' }).layout).toBe('rows');
});
