import { count } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { listVersions } from '@/db/queries/versions';
import { packages, versions } from '@/db/schema';
import { compareVersions } from '@/lib/package/versions';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const numbersOf = (packageId: number) => listVersions(packageId).map(({ number }) => number);

test('the versions of every package are sorted descending, each once', () => {
  let listed = 0;
  for (const { id } of database().select({ id: packages.id }).from(packages).all()) {
    const numbers = numbersOf(id);
    expect(numbers).toEqual([...numbers].sort((x, y) => compareVersions(y, x)));
    expect(new Set(numbers).size).toBe(numbers.length);
    listed += numbers.length;
  }
  expect(listed).toBe(database().select({ count: count() }).from(versions).get()?.count);
});

test('a version has the precision of its date and its source', () => {
  const all = database().select({ id: packages.id }).from(packages).all();
  const kinds = all
    .flatMap(({ id }) => listVersions(id))
    .map((it) => `${it.source}: ${it.datePrecision}`);
  expect([...new Set(kinds)].sort()).toEqual(['pypi: month', 'tag: day']);
});

test('versions are sorted by number, not date, without hidden ones', () => {
  const packageId = idOf('channels');
  const before = numbersOf(packageId);
  expect(before.length).toBeGreaterThan(0);
  const row = (number: string, releasedAt: number | null, isHidden = false) =>
    ({ packageId, number, releasedAt, isHidden, source: 'tag' }) as const;
  database()
    .insert(versions)
    .values([
      row('98.0', 4_000_000_000_000_000),
      row('99.0', null),
      row('97.0', 1_500_000_000_000_000, true),
      row('98.1rc1', 1_500_000_000_000_000),
    ])
    .run();
  expect(numbersOf(packageId)).toEqual(['99.0', '98.1rc1', '98.0', ...before]);
});

test('versions that do not follow PEP 440 come last, latest first', () => {
  const packageId = idOf('daphne');
  const before = numbersOf(packageId);
  const days = { 'release-9': 2_000, 'release-10': 1_000, nightly: 4_000 };
  for (const [number, day] of Object.entries(days)) {
    const releasedAt = day * 1_000_000_000_000;
    database().insert(versions).values({ packageId, number, source: 'tag', releasedAt }).run();
  }
  expect(numbersOf(packageId)).toEqual([...before, 'nightly', 'release-9', 'release-10']);
});

test('an unknown package has no versions', () => {
  expect(listVersions(0)).toEqual([]);
});
