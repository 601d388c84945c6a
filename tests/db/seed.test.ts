import { and, count, eq, gte, isNotNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { countCatalogue, findCatalogueLoad } from '@/db/queries/catalogue';
import { findPackage } from '@/db/queries/packages';
import {
  categories,
  cells,
  features,
  grids,
  gridPackages,
  packages,
  packageSupport,
  pypiProjects,
  repositories,
  sources,
  versions,
} from '@/db/schema';
import { fillDatabase } from '@/db/writes/import/fill';
import { openStaging } from '@/db/writes/staging';
import { parseTime } from '@/lib/time';
import { loadCatalogue } from '@/server/import-export/import/load-catalogue';
import { catalogue as file } from '@/tests/browser/catalogue';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const newYork = (text: string) => parseTime(text, 'America/New_York');
const packageOf = (slug: string) => findPackage(slug)?.package;
const countRows = (table: SQLiteTable, where: SQL | undefined) =>
  database().select({ count: count() }).from(table).where(where).get()?.count;

test('loads the whole shipped catalogue', () => {
  expect(countCatalogue()).toEqual({
    categories: 5,
    packages: 186,
    grids: 31,
    features: 340,
    cells: 1530,
  });
});

test('keeps every package of every grid', () => {
  const listed = file.packages.flatMap((pkg) => pkg.grids.map((grid) => `${pkg.slug} in ${grid}`));
  const kept = database()
    .select({ text: sql<string>`${packages.slug} || ' in ' || ${grids.slug}` })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .all();
  expect(kept.map(({ text }) => text).sort()).toEqual(listed.sort());
});

test('keeps every tag with its day, and an untagged newest PyPI version with its month', () => {
  const untagged = file.packages.filter(
    ({ pypi_version: number, releases }) =>
      number !== null && !releases?.some((release) => release.number === number),
  );
  expect(countRows(versions, eq(versions.source, 'tag'))).toBe(2068);
  expect(countRows(versions, eq(versions.source, 'pypi'))).toBe(untagged.length);

  const [unknown] = untagged;
  const kept = database()
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.packageId, packageOf(unknown?.slug ?? '')?.id ?? 0),
        eq(versions.source, 'pypi'),
      ),
    )
    .get();
  expect(kept).toMatchObject({
    number: unknown?.pypi_version,
    releasedAt: unknown?.pypi_released,
    datePrecision: unknown?.pypi_released == null ? 'time' : 'month',
  });
});

test('every package on PyPI has its latest version', () => {
  const kept = database()
    .select({ slug: packages.slug, number: versions.number })
    .from(packages)
    .innerJoin(versions, eq(versions.id, packages.latestVersionId))
    .all();
  const listed = file.packages.filter((it) => it.pypi_version !== null);
  expect(new Map(kept.map((it) => [it.slug, it.number]))).toEqual(
    new Map(listed.map((it) => [it.slug, it.pypi_version])),
  );
});

test('every declared Django and Python version is a row', () => {
  const rows = database()
    .select({ product: packageSupport.product, count: count() })
    .from(packageSupport)
    .groupBy(packageSupport.product)
    .all();
  expect(rows).toEqual([
    { product: 'django', count: 446 },
    { product: 'python', count: 648 },
  ]);
});

test('keeps licences and development statuses', () => {
  const licensed = countRows(packages, isNotNull(packages.licence));
  expect(licensed).toBe(file.packages.filter((it) => it.licence !== null).length);
  const judged = countRows(pypiProjects, isNotNull(pypiProjects.developmentStatus));
  expect(judged).toBe(file.packages.filter((it) => it.development_status !== null).length);
});

test('records of the reference keep their ids, others have ids from 1,000,001', () => {
  const kept = (table: typeof packages | typeof grids) =>
    database().select({ id: table.id, slug: table.slug }).from(table).all();
  for (const [rows, records] of [
    [kept(packages), file.packages],
    [kept(grids), file.grids],
  ] as const) {
    const ids = new Map(rows.map((it) => [it.slug, it.id]));
    for (const { slug, id } of records) expect(ids.get(slug)).toBe(id);
  }
  expect(packageOf('huey')?.id).toBeGreaterThanOrEqual(1_000_001);
  expect(packageOf('django-websocket-redis')?.id).toBe(2167);
});

test('cells keep their text and source', () => {
  expect(countRows(cells, ne(cells.evidence, ''))).toBe(1530);
  const cell = database()
    .select({ text: cells.text, evidence: cells.evidence })
    .from(cells)
    .innerJoin(features, eq(features.id, cells.featureId))
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .innerJoin(grids, eq(grids.id, cells.gridId))
    .where(and(eq(grids.slug, 'websockets'), eq(packages.slug, 'channels')))
    .orderBy(cells.id)
    .get();
  expect(cell).toEqual({ text: 'yes', evidence: 'channels/auth.py:14' });
});

test('figures keep their value, date and source', () => {
  expect(packageOf('django-websocket-redis')).toMatchObject({
    repoWatchers: 898,
    repoForks: 222,
    repoFiguresAt: newYork('2026-02-15'),
    repoFiguresSource: 'seed',
    commitsAsOf: newYork('2026-02-15'),
    commitCount: 493,
    lastCommitAt: newYork('2025-03-03T05:20:22-05:00'),
    lastFetchedAt: newYork('2026-02-15T19:03:36.901887-05:00'),
    createdAt: newYork('2013-12-18T12:33:37.413668-05:00'),
    modifiedAt: newYork('2026-01-28T14:40:06.996123-05:00'),
    snapshotCommit: '8aa0cbd37f1f19df2748bfc47d1154ad225f8f62',
    usageCount: 7,
    usageCountedAt: newYork('2022-05-04'),
    licence: 'MIT',
    developmentStatus: 4,
  });
});

test('keeps weekly commits and participants in order', () => {
  for (const it of file.packages) {
    const kept = packageOf(it.slug);
    expect(kept?.commitsOver52).toEqual(it.commits_over_52);
    expect(kept?.participants).toEqual(it.participants);
  }
});

test('every source of a figure has a description', () => {
  const keys = new Set(
    database()
      .select()
      .from(sources)
      .all()
      .map((it) => it.key),
  );
  const named = database()
    .selectDistinct({ key: repositories.figuresSource })
    .from(repositories)
    .all();
  for (const { key } of named) if (key !== null) expect(keys).toContain(key);
});

test('a replaced package links its replacement', () => {
  const old = packageOf('django-private-chat');
  expect(old?.isDeprecated).toBe(true);
  expect(old?.isActive).toBe(false);
  expect(old?.replacedById).toBe(packageOf('django_private_chat2')?.id);
});

test('no record is older than the reference site or newer than the file', () => {
  const from = newYork('2010-01-01') ?? 0;
  const to = newYork('2026-11-22') ?? 0;
  for (const table of [categories, packages, grids, features, cells]) {
    expect(countRows(table, or(lt(table.createdAt, from), gte(table.modifiedAt, to)))).toBe(0);
  }
});

test('a second load changes nothing', () => {
  const before = findCatalogueLoad();
  expect(loadCatalogue()).toBe(false);
  expect(findCatalogueLoad()).toEqual(before);
  expect(countCatalogue().packages).toBe(186);
});

test('loading a catalogue into a filled database changes nothing and reports it', () => {
  const before = findCatalogueLoad();
  const staging = openStaging(':memory:');
  expect(fillDatabase(staging, { sha256: 'other', now: 1 })).toBe(false);
  staging.close();
  expect(findCatalogueLoad()).toEqual(before);
  expect(countCatalogue()).toMatchObject({ packages: 186, grids: 31, cells: 1530 });
});
