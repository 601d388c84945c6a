import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackages } from '@/db/queries/search';
import { countReadiness, listReadiness, listReadinessCounts } from '@/db/queries/readiness';
import { packages, packageSupport } from '@/db/schema';
import { recentCycles } from '@/lib/package/cycles';
import { products, timeOfDay, type Answer } from '@/lib/package/readiness';
import { readinessSorts } from '@/lib/list/sort-orders';
import { catalogue } from '@/tests/browser/catalogue';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const everything = { limit: 1000, offset: 0 };
const all = { category: '', says: '' } as const;

beforeAll(() => {
  database().update(packages).set({ health: 50 }).where(eq(packages.slug, 'huey')).run();
});

const releases = products.flatMap(({ key, name }) =>
  recentCycles[key].map((recent) => ({
    ...recent,
    product: key,
    title: `${name} ${recent.cycle}`,
  })),
);

/** What a package of the catalogue file declares for a version. */
function answerOf(pkg: (typeof catalogue.packages)[number], release: (typeof releases)[number]) {
  const named = release.product === 'django' ? pkg.django_versions : pkg.python_versions;
  if (named?.includes(release.cycle)) return 'yes';
  const isRead = pkg.snapshot !== null && pkg.snapshot.date >= timeOfDay(release.releasedAt);
  return isRead && named !== null && named.length > 0 ? 'no' : 'unknown';
}

const active = catalogue.packages.filter(({ status }) => status === null);

describe.each(releases)('$title', (release) => {
  const { product, cycle } = release;
  const filter = { ...all, product, cycle, releasedAt: timeOfDay(release.releasedAt) };
  const expected = new Map(active.map((it) => [it.slug, answerOf(it, release)]));
  const slugsOf = (answer: Answer) =>
    [...expected].flatMap(([slug, it]) => (it === answer ? [slug] : [])).sort();

  test('every active package has the answer of the catalogue file', () => {
    const listed = listReadiness(filter, '-repo_watchers', everything);
    expect(new Map(listed.map(({ slug, answer }) => [slug, answer]))).toEqual(expected);
  });

  test.each(['yes', 'no', 'unknown'] as const)(
    'packages that answer %s are listed and counted',
    (says) => {
      const listed = listReadiness({ ...filter, says }, 'title', everything);
      expect(listed.map(({ slug }) => slug).sort()).toEqual(slugsOf(says));
      expect(countReadiness(filter)[says]).toBe(slugsOf(says).length);
    },
  );
});

const django = { ...all, product: 'django', cycle: '5.2', releasedAt: 1 } as const;

test.each(products)('each version of $name is counted as on its page', ({ key }) => {
  // One that declares a version, which was last checked before most came out, and one without a check.
  const db = database();
  db.update(packages)
    .set({ snapshotAt: timeOfDay('2021-01-01') })
    .where(eq(packages.slug, 'wagtail'))
    .run();
  db.update(packages).set({ snapshotAt: null }).where(eq(packages.slug, 'celery')).run();
  const plain = recentCycles[key].map((recent) => {
    const { cycle, releasedAt } = recent;
    const filter = { category: '', product: key, cycle, releasedAt: timeOfDay(releasedAt) };
    return { ...recent, counts: countReadiness(filter) };
  });
  expect(listReadinessCounts(key, active.length)).toEqual(plain);
  expect(plain.every(({ counts }) => counts.yes > 0 && counts.unknown > 0)).toBe(true);
});

test('search and category filter both list and counts', () => {
  const { ids } = findPackages('admin', { isActiveOnly: true });
  const narrow = { ...django, ids, category: 'apps' };
  const listed = listReadiness(narrow, 'title', everything);
  const counts = countReadiness(narrow);
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.length).toBeLessThan(active.length / 2);
  expect(counts.yes + counts.no + counts.unknown).toBe(listed.length);
});

test('unknown stars, releases and health are last in both directions', () => {
  const keys = {
    repo_watchers: 'stars',
    last_released: 'lastReleaseAt',
    health: 'health',
  } as const;
  for (const [key, column] of Object.entries(keys)) {
    for (const sort of readinessSorts.filter((it) => it.replace('-', '') === key)) {
      const values = listReadiness(django, sort, everything).map((it) => it[column]);
      const known = values.filter((it) => it !== null);
      expect(known.length).toBeGreaterThan(0);
      expect(values.slice(known.length).every((it) => it === null)).toBe(true);
      const direction = sort.startsWith('-') ? -1 : 1;
      expect(known).toEqual(known.toSorted((a, b) => direction * (a - b)));
    }
  }
});

test.each(readinessSorts)('the pages sorted by %s contain every package once', (sort) => {
  const paged: string[] = [];
  for (let offset = 0; offset < 200; offset += 50) {
    paged.push(...listReadiness(django, sort, { limit: 50, offset }).map(({ slug }) => slug));
  }
  expect(paged).toHaveLength(active.length);
  expect(new Set(paged).size).toBe(active.length);
});

test('declaring a version of another product is not a yes', () => {
  const huey = database().select().from(packages).where(eq(packages.slug, 'huey')).get();
  const ofHuey = eq(packageSupport.packageId, huey?.id ?? 0);
  database()
    .delete(packageSupport)
    .where(and(ofHuey, eq(packageSupport.product, 'django')))
    .run();
  database()
    .insert(packageSupport)
    .values({ packageId: huey?.id ?? 0, product: 'python', cycle: '5.2' })
    .run();
  const [listed] = listReadiness({ ...django, ids: [huey?.id ?? 0] }, 'title', everything);
  expect(listed).toMatchObject({ slug: 'huey', answer: 'unknown', cycles: [] });
});
