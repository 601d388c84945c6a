import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import * as liked from '@/db/queries/liked';
import * as packages from '@/db/queries/packages';
import * as readiness from '@/db/queries/readiness';
import { ROOT } from '@/lib/root';
import { settings } from '@/lib/settings';
import { fieldOf, packageSortFields, packageSorts, readinessSorts } from '@/lib/list/sort-orders';
import { loadCatalogue } from '@/server/import-export/import/load-catalogue';
import { generateCatalogue } from '@/tests/bench/generate';
import { useEmptyDatabase } from '@/tests/tools/database';
import { all, filtered, id, inNoGrid, modules, queries, release, slice } from './site-queries';

/** Queries that may scan a large table, and why. */
const scanning = {
  findFacets: 'reads all of them, in rows made for that',
  findFacetsById: 'reads all of them, in rows made for that',
  findAndCount: 'counts all of them without a search',
  listTitled: 'reads all titles, in an index of only titles',
  findPackages: 'reads all titles too',
  listPackages: 'walks the active packages in order until its page is full',
  countPackages: 'counts them in an index',
  listNewestPackages: 'walks each state in the order of the index until there are enough',
  listLatestReleases: 'walks the active packages in the order of the index until there are enough',
  listOutlinedPackages: 'reads all of them',
  listMembersOfGrids: 'reads all of them',
  listPackageChanges: 'reads all of them, 50,000 at a time',
  findLatestPackageChange: 'reads all of them once an hour',
  listPackageRecords: 'walks the primary key from its end until its page is full',
  countPackageRecords: 'counts them in an index',
  listPackageFigures: 'walks an index of all of them until its part is full',
  findNewestCommit: 'looks at the ends of an index',
  listHealthInputs: 'reads all of them once a day',
  listHealthBefore: 'runs once a day, and when the site starts',
  countByHealth: 'counts them in an index',
  listChanges: 'walks the primary key of all changes from its end until its page is full',
  findAccountData: 'reads all cells for the few who export their data',
  countChanges: 'counts all changes in an index',
  countWaiting: 'reads the sites that use packages, for moderators only',
  listWaitingExamples: 'walks the primary key of these sites, for moderators only',
  listBannedAccounts: 'reads all accounts, on one page for moderators',
  listLockedRecords: 'reads all packages, on one page for moderators',
};

const walksActive = /^SEARCH packages USING INDEX packages_\w+ \(is_active=\?\)$/;

/** Queries that read all packages, and the one step that may do so. */
const wholes = {
  // In the order of the page until it is full, or of one answer until there are enough.
  listReadiness: walksActive,
  // Active and inactive ones, each in the order of the page until it is full.
  listTitledPackages: walksActive,
  // Checks each active package.
  countReadiness: walksActive,
  // Counts them in an index, and reads the few inactive ones.
  countStates: walksActive,
  // These have no index.
  listReadinessCounts: /^SCAN packages$/,
  listParticipants: /^SCAN packages$/,
};

/** Tables of a few hundred rows, and temporary ones of a query. */
const small = [
  'catalogue_loads',
  'categories',
  'found',
  'grids',
  'largest',
  'liked',
  'nearest',
  'page',
  'posts',
  'ranked',
  'search_synonyms',
  'slug_redirects',
  'sources',
].join('|');

/** Plan steps that scan a table, or with `is_active` almost all of it. */
const walks = [
  new RegExp(`^SCAN (?!(${small})$)\\w+$`),
  / USING AUTOMATIC /,
  / USING (COVERING )?INDEX \w+ \(is_active=\?\)/,
];

/** Rarely used and without an index, so all packages are sorted. */
const unindexed = ['category', 'pypi_downloads', 'last_fetched'];

useEmptyDatabase();

const { $client } = openDatabase(settings().DATABASE_PATH);
const asked: { sql: string; params: unknown[] }[] = [];
const planRows = z.array(z.object({ detail: z.string() }));

beforeAll(() => {
  // The site's own connection, which also records its queries.
  const logger = { logQuery: (sql: string, params: unknown[]) => asked.push({ sql, params }) };
  globalThis.packgridDatabase = drizzle({ client: $client, casing: 'snake_case', logger });
  const path = join(inject('databaseFolder'), 'plans.ndjson');
  writeFileSync(path, generateCatalogue({ packages: 2000, grids: 150 }).text);
  migrateDatabase();
  loadCatalogue(path);
}, 60_000);

/** The plans of the queries that a call runs, with their parameters. */
function explain(ask: () => unknown) {
  asked.length = 0;
  ask();
  return asked.flatMap(({ sql, params }) => {
    const rows = planRows.parse($client.prepare(`explain query plan ${sql}`).all(...params));
    return rows.map(({ detail }) => ({ detail, sql }));
  });
}

function walksOf(ask: () => unknown) {
  const steps = explain(ask);
  expect(steps).not.toEqual([]);
  return steps.filter(({ detail }) => walks.some((it) => it.test(detail)));
}

function expectNoWalk(ask: () => unknown) {
  expect(walksOf(ask)).toEqual([]);
}

const quick = Object.entries(queries).filter(([name]) => !(name in scanning || name in wholes));

const whole = Object.entries(wholes).map(([name, step]) => ({ name, step, ask: queries[name] }));

function expectWalk(step: RegExp, ask: () => unknown) {
  const steps = walksOf(ask).map(({ detail }) => detail);
  expect(steps.filter((it) => !step.test(it))).toEqual([]);
}

test('covers every query of the site', () => {
  const parts = ['collected.ts', 'conditions.ts', 'future.ts', 'lists.ts', 'pypi-version.ts'];
  const files = readdirSync(join(ROOT, 'db/queries')).filter((name) => !parts.includes(name));
  expect(Object.keys(modules).sort()).toEqual(files.sort());

  const names = Object.values(modules).flatMap((it) => Object.keys(it));
  const exported = names.filter((name) => /^(list|count|find|search)[A-Z]/.test(name));
  expect(Object.keys(queries).sort()).toEqual(exported.sort());
});

/** The lists of one grid, which start from its members. */
const ofGrid: [string, () => unknown][] = packageSorts.flatMap((sort) =>
  [
    { ...all, grid: id },
    { ...filtered, grid: id },
  ].map((filter): [string, () => unknown] => [
    `${sort}${'category' in filter ? ' within a category' : ''}`,
    () => [packages.listPackages(filter, sort, slice), packages.countPackages(filter)],
  ]),
);

/** Packages in no grid are found by one index lookup per package, never by reading all of `grid_packages`. */
function expectLookups() {
  const steps = explain(() => [
    packages.listPackages(inNoGrid, '-repo_watchers', slice),
    packages.countPackages(inNoGrid),
  ]);
  const looks = steps.filter(({ detail }) => detail.includes('grid_packages'));
  expect(looks.map(({ detail }) => detail)).toEqual(
    Array(2).fill('SEARCH grid_packages USING COVERING INDEX grid_packages_package (package_id=?)'),
  );
}

// SQLite plans by rules of thumb where no one has run ANALYZE, as on the site.
describe('without statistics', () => {
  test.each(quick)('%s scans no large table', (_, ask) => {
    expectNoWalk(ask);
  });

  test.each(whole)('$name scans packages only as allowed', ({ step, ask }) => {
    expectWalk(step, () => ask?.());
  });

  test.each(ofGrid)('the packages of a grid sorted by %s are read from the grid', (_, ask) => {
    expectNoWalk(ask);
  });

  test('whether a package is in a grid is looked up in an index', expectLookups);

  const orders = packageSorts.filter(
    (sort) => !unindexed.includes(fieldOf(packageSortFields, sort) ?? ''),
  );
  test.each(orders)('packages sorted by %s are read in index order', (sort) => {
    const steps = explain(() => [
      packages.listPackages(all, sort, slice),
      packages.listPackages(inNoGrid, sort, slice),
    ]);
    expect(steps.map(({ detail }) => detail)).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });

  test.each(readinessSorts)('packages of a release sorted by %s are too', (sort) => {
    const steps = explain(() => readiness.listReadiness({ ...release, says: 'yes' }, sort, slice));
    expect(steps.map(({ detail }) => detail)).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });

  test('used packages are read from their index, active or not', () => {
    const steps = explain(() => [liked.listLikedPackages(slice), liked.countLikedPackages()]);
    expect(steps.filter(({ detail }) => detail.includes('packages_usage'))).toHaveLength(2);
  });
});

describe('with statistics', () => {
  beforeAll(() => {
    $client.exec('analyze');
  });

  test.each(quick)('%s scans no large table', (_, ask) => {
    expectNoWalk(ask);
  });

  test.each(whole)('$name scans packages only as allowed', ({ step, ask }) => {
    expectWalk(step, () => ask?.());
  });

  test.each(ofGrid)('the packages of a grid sorted by %s are read from the grid', (_, ask) => {
    expectNoWalk(ask);
  });

  test('whether a package is in a grid is looked up in an index', expectLookups);
});
