import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  listJoinedPackages,
  listLatestReleases,
  listNewestPackages,
  listNewestPackagesOf,
  listReleasesOfGrid,
  listReleasesOfPackage,
} from '@/db/queries/feeds';
import { countPackages, findPackage, listPackages, listSortedIds } from '@/db/queries/packages';
import { listReadiness } from '@/db/queries/readiness';
import { listPackageRecords } from '@/db/queries/api-record-lists';
import { listReleaseDays } from '@/db/queries/statistics';
import { gridPackages, packages, versions } from '@/db/schema';
import { MICROS_PER_DAY, now } from '@/lib/time';
import type { PackageSort } from '@/lib/list/sort-orders';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const FUTURE = now() + 400 * MICROS_PER_DAY;
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
let celery = 0;
let usual: Record<string, number[]> = {};

const dated: PackageSort[] = ['-last_updated', '-last_released', '-created', '-last_fetched'];
const everything = { limit: 1000, offset: 0 };
const idsBy = (sort: PackageSort) => listPackages({}, sort, everything).map(({ id }) => id);

beforeAll(() => {
  celery = idOf('celery');
  usual = Object.fromEntries(dated.map((sort) => [sort, idsBy(sort)]));
  const db = database();
  db.update(packages)
    .set({ lastCommitAt: FUTURE, createdAt: FUTURE, lastReleaseAt: FUTURE, lastFetchedAt: FUTURE })
    .where(eq(packages.id, celery))
    .run();
  db.insert(versions)
    .values({ packageId: celery, number: '99.0', releasedAt: FUTURE, source: 'pypi' })
    .run();
  db.update(gridPackages)
    .set({ createdAt: FUTURE })
    .where(eq(gridPackages.packageId, celery))
    .run();
});

describe.each(dated)('sorted by %s', (sort) => {
  test('packages with a future date come after all others', () => {
    const ids = idsBy(sort);
    expect(ids).toHaveLength(countPackages({}));
    expect(ids[0]).not.toBe(celery);
    const others = usual[sort]?.filter((id) => id !== celery);
    expect(ids.filter((id) => id !== celery)).toEqual(others);
    const last = ids.indexOf(celery);
    const isKnown = database()
      .select({ id: packages.id })
      .from(packages)
      .where(
        sql`${packages.id} in ${ids.slice(last + 1)} and ${packages.lastReleaseAt} is not null
        and ${packages.lastCommitAt} is not null and ${packages.lastFetchedAt} is not null`,
      )
      .all();
    if (sort === '-created') expect(last).toBe(ids.length - 1);
    else expect(isKnown).toEqual([]);
  });

  test('pages contain each package once', () => {
    const pages = Array.from({ length: 19 }, (_, page) =>
      listPackages({}, sort, { limit: 10, offset: page * 10 }).map(({ id }) => id),
    ).flat();
    expect(pages).toEqual(idsBy(sort));
  });

  test('search results are in the same order', () => {
    const ids = idsBy(sort);
    expect(listSortedIds(ids, sort, everything)).toEqual(ids);
  });
});

test('the oldest still come first', () => {
  const ids = idsBy('created');
  expect(ids.at(-1)).toBe(celery);
});

test('so do the lists of the API', () => {
  for (const ordering of ['-last_updated', '-created', '-last_fetched']) {
    const [first] = listPackageRecords({ limit: 1, offset: 0 }, {}, ordering);
    expect(first?.id, ordering).not.toBe(celery);
  }
});

test('so do the packages of a release', () => {
  const filter = { product: 'django', cycle: '5.2', releasedAt: 1, q: '', category: '' } as const;
  const [first] = listReadiness({ ...filter, says: '' }, '-last_released', everything);
  expect(first?.slug).not.toBe('celery');
});

test('feeds omit future dates', () => {
  const numbers = [
    ...listLatestReleases(500),
    ...listReleasesOfPackage(celery, 500),
    ...listReleasesOfGrid(gridOfCelery(), 500),
  ].map(({ number }) => number);
  expect(numbers).not.toContain('99.0');
  const category = findPackage('celery')?.package.categoryId ?? 0;
  const ids = [
    ...listNewestPackages(500),
    ...listNewestPackagesOf(category, 500),
    ...listJoinedPackages(gridOfCelery(), 500).map((it) => ({ id: it.packageId })),
  ].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(100);
  expect(ids).not.toContain(celery);
});

test('past releases of a package with a future release are among the latest', () => {
  const latest = listLatestReleases(2000);
  expect(latest.filter(({ packageId }) => packageId === celery).length).toBeGreaterThan(1);
  const times = latest.map(({ releasedAt }) => releasedAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test('statistics do not count it as new', () => {
  expect(Math.max(...listReleaseDays())).toBeLessThanOrEqual(now() / MICROS_PER_DAY);
});

function gridOfCelery(): number {
  const row = database()
    .select({ gridId: gridPackages.gridId })
    .from(gridPackages)
    .where(eq(gridPackages.packageId, celery))
    .get();
  return row?.gridId ?? 0;
}
