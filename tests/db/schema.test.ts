import { between, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  categories,
  cells,
  features,
  grids,
  gridPackages,
  packageExamples,
  packages,
  packageSupport,
  slugRedirects,
  versions,
} from '@/db/schema';
import { findPackage } from '@/db/queries/packages';
import { insertPackage, updatePackage } from '@/db/writes/packages';
import { parseTime } from '@/lib/time';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

const time = parseTime('2026-05-06T16:18:05.014731-04:00', 'UTC') ?? 0;
const edited = { createdAt: time, modifiedAt: time };

const rocket = { slug: 'rocket', title: 'Rocket', categoryId: 1, ...edited };
const cell = { gridId: 1, featureId: 1, gridPackageId: 1, text: 'yes', ...edited };

const insert = (table: Parameters<ReturnType<typeof database>['insert']>[0], row: object) =>
  database().insert(table).values(row).run();

beforeAll(() => {
  insert(categories, { id: 1, slug: 'apps', title: 'App', ...edited });
  insert(packages, { ...rocket, id: 1, slug: 'acme', repoUrl: 'https://example.org/acme' });
  for (const id of [1, 2]) {
    insert(grids, { id, slug: `grid-${id}`, title: 'Grid', ...edited });
    insert(features, { id, gridId: id, title: 'Flies', ...edited });
    insert(gridPackages, { id, gridId: id, packageId: 1, createdAt: time });
  }
  insert(features, { id: 3, gridId: 1, title: 'Lands', ...edited });
  insert(cells, { id: 1, ...cell });
  insert(versions, { id: 1, packageId: 1, number: '1.0', source: 'tag' });
  insert(packageSupport, { packageId: 1, product: 'django', cycle: '5.2' });
  insert(slugRedirects, { kind: 'package', oldSlug: 'old', packageId: 1, createdAt: time });
});

test.each([
  ['a second package of one slug', packages, { ...rocket, slug: 'acme' }],
  [
    'a second package of one repository',
    packages,
    { ...rocket, repoUrl: 'https://example.org/acme' },
  ],
  ['a second grid of one slug', grids, { slug: 'grid-1', title: 'Grid', ...edited }],
  ['a second category of one slug', categories, { slug: 'apps', title: 'App', ...edited }],
  ['a package twice in a grid', gridPackages, { gridId: 1, packageId: 1, createdAt: time }],
  ['a second cell of one feature and package', cells, cell],
  ['a version twice', versions, { packageId: 1, number: '1.0', source: 'pypi' }],
  ['a supported version twice', packageSupport, { packageId: 1, product: 'django', cycle: '5.2' }],
  [
    'an old slug twice',
    slugRedirects,
    { kind: 'package', oldSlug: 'old', packageId: 1, createdAt: time },
  ],
])('refuses %s as not unique', (_, table, row) => {
  expect(() => insert(table, row)).toThrow(/UNIQUE constraint failed/);
});

test.each([
  ['a package in no category', packages, { ...rocket, categoryId: 9 }],
  ['a package replaced by none', packages, { ...rocket, isDeprecated: true, replacedById: 9 }],
  ['a package with an unknown latest version', packages, { ...rocket, latestVersionId: 9 }],
  ['a package in no grid', gridPackages, { gridId: 9, packageId: 1, createdAt: time }],
  ['no package in a grid', gridPackages, { gridId: 1, packageId: 9, createdAt: time }],
  ['a feature of no grid', features, { gridId: 9, title: 'Flies', ...edited }],
  ['a version of no package', versions, { packageId: 9, number: '1.0', source: 'tag' }],
  [
    'a site that uses no package',
    packageExamples,
    { packageId: 9, title: 'A', url: 'a', ...edited },
  ],
  ['a cell of a feature of another grid', cells, { ...cell, featureId: 2 }],
  ['a cell of a package in another grid', cells, { ...cell, featureId: 1, gridPackageId: 2 }],
  [
    'a cell in another grid than its feature and package',
    cells,
    { ...cell, gridId: 2, featureId: 3 },
  ],
])('refuses %s as a broken reference', (_, table, row) => {
  expect(() => insert(table, row)).toThrow(/FOREIGN KEY constraint failed/);
});

test.each([
  ['negative stars', { repoWatchers: -1 }],
  ['negative forks', { repoForks: -1 }],
  ['milliseconds in place of microseconds', { createdAt: time / 1000 }],
  ['a day of deprecation without deprecation', { deprecatedAt: time }],
  ['a day of archival without archival', { archivedAt: time }],
  ['itself as its replacement', { id: 50, replacedById: 50 }],
])('refuses a package with %s', (_, fields) => {
  expect(() => insert(packages, { ...rocket, ...fields })).toThrow(/CHECK constraint failed/);
});

test.each([
  ['51 weeks of commits', { commitsOver52: Array.from({ length: 51 }, () => 0) }],
  ['negative commits', { commitCount: -1 }],
  ['a development status of 8', { developmentStatus: 8 }],
])('refuses collected data of a package with %s', (_, fields) => {
  expect(() => {
    updatePackage(1, fields);
  }).toThrow(/CHECK constraint failed/);
});

test.each([
  [
    'a version from an unknown kind of source',
    versions,
    { packageId: 1, number: '2', source: 'guess' },
  ],
  [
    'a version dated to the century',
    versions,
    { packageId: 1, number: '2', source: 'tag', datePrecision: 'century' },
  ],
  ['an old slug of nothing', slugRedirects, { kind: 'package', oldSlug: 'a', createdAt: time }],
  [
    'an old slug of the wrong kind',
    slugRedirects,
    { kind: 'grid', oldSlug: 'a', packageId: 1, createdAt: time },
  ],
])('refuses %s', (_, table, row) => {
  expect(() => insert(table, row)).toThrow(/CHECK constraint failed/);
});

test('unknown values are null, and 52 weeks keep their order', () => {
  const commitsOver52 = Array.from({ length: 52 }, (_, week) => week);
  insertPackage({ ...rocket, id: 3, slug: 'three', commitsOver52 });
  const unknown = { repoWatchers: null, repoForks: null, licence: null };
  expect(findPackage('three')?.package).toMatchObject({ commitsOver52, ...unknown });
});

test('a package is active unless it is deprecated or archived', () => {
  insert(packages, { ...rocket, id: 11, slug: 'active' });
  insert(packages, { ...rocket, id: 12, slug: 'deprecated', isDeprecated: true });
  insert(packages, { ...rocket, id: 13, slug: 'archived', isArchived: true });
  const kept = database()
    .select({ isActive: packages.isActive })
    .from(packages)
    .where(between(packages.id, 11, 13))
    .orderBy(packages.id)
    .all();
  expect(kept.map((it) => it.isActive)).toEqual([true, false, false]);
});

test('deleting a package deletes its versions, cells and places in grids', () => {
  insert(packages, { ...rocket, id: 20, slug: 'doomed' });
  insert(versions, { id: 20, packageId: 20, number: '1.0', source: 'tag' });
  insert(gridPackages, { id: 20, gridId: 1, packageId: 20, createdAt: time });
  insert(cells, { ...cell, id: 20, gridPackageId: 20 });

  database().delete(packages).where(eq(packages.id, 20)).run();
  for (const table of [versions, gridPackages, cells]) {
    expect(database().select().from(table).where(eq(table.id, 20)).get()).toBeUndefined();
  }
});

test('titles are case-insensitive', () => {
  insert(packages, { ...rocket, id: 30, slug: 'thirty', title: 'zULU' });
  const kept = database().select().from(packages).where(eq(packages.title, 'Zulu')).get();
  expect(kept?.id).toBe(30);
});
