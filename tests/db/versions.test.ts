import { and, count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { listVersions } from '@/db/queries/versions';
import { packages, versions } from '@/db/schema';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const numbersOf = (packageId: number) => listVersions(packageId).map(({ number }) => number);

test('the versions of every package come newest first, each once', () => {
  let listed = 0;
  for (const { id } of database().select({ id: packages.id }).from(packages).all()) {
    const times = listVersions(id).map((it) => it.releasedAt ?? 0);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(numbersOf(id)).size).toBe(times.length);
    listed += times.length;
  }
  expect(listed).toBe(database().select({ count: count() }).from(versions).get()?.count);
});

test('a version says how exactly its day is known, and from where', () => {
  const all = database().select({ id: packages.id }).from(packages).all();
  const kinds = all
    .flatMap(({ id }) => listVersions(id))
    .map((it) => `${it.source}: ${it.datePrecision}`);
  expect([...new Set(kinds)].sort()).toEqual(['pypi: month', 'tag: day']);
});

test('a version without a day comes last, a hidden one not at all', () => {
  const packageId = idOf('channels');
  const before = numbersOf(packageId);
  expect(before.length).toBeGreaterThan(0);
  database()
    .insert(versions)
    .values([
      { packageId, number: '99.0', source: 'tag', releasedAt: null },
      { packageId, number: '98.0', source: 'tag', releasedAt: 4_000_000_000_000_000 },
      {
        packageId,
        number: '97.0',
        source: 'tag',
        releasedAt: 1_500_000_000_000_000,
        isHidden: true,
      },
    ])
    .run();
  expect(numbersOf(packageId)).toEqual(['98.0', ...before, '99.0']);

  const isLast = and(eq(versions.packageId, packageId), eq(versions.number, '98.0'));
  database().update(versions).set({ isHidden: true }).where(isLast).run();
  expect(numbersOf(packageId)).toEqual([...before, '99.0']);
});

test('versions of one day keep the order in which they were added', () => {
  const packageId = idOf('daphne');
  const releasedAt = 4_000_000_000_000_000;
  for (const number of ['b', 'a', 'c']) {
    database().insert(versions).values({ packageId, number, source: 'tag', releasedAt }).run();
  }
  expect(numbersOf(packageId).slice(0, 3)).toEqual(['b', 'a', 'c']);
});

test('a package that is not there has no versions', () => {
  expect(listVersions(0)).toEqual([]);
});
