import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { countTrendingPackages, listTrendingPackages } from '@/db/queries/trending';
import { packages } from '@/db/schema';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const everything = { limit: 1000, offset: 0 };
const day = (text: string) => parseTime(text, DAY_ZONE) ?? 0;
const since = day('2026-05-23');

const rows = [
  { slug: 'celery', trend: 0.5, commitsAsOf: day('2026-06-01') },
  { slug: 'huey', trend: 2, commitsAsOf: day('2026-05-23') },
  { slug: 'wagtail', trend: 0.5, commitsAsOf: day('2026-08-22') },
  // Fetched a day too early, inactive, steady, and unknown.
  { slug: 'django-q', trend: 9, commitsAsOf: day('2026-05-22') },
  { slug: 'django-q2', trend: 9, commitsAsOf: day('2026-08-22'), isArchived: true },
  { slug: 'django-taggit', trend: 0, commitsAsOf: day('2026-08-22') },
  { slug: 'djoser', trend: null, commitsAsOf: day('2026-08-22') },
];

beforeAll(() => {
  database().update(packages).set({ trend: null }).run();
  for (const { slug, ...figures } of rows) {
    database().update(packages).set(figures).where(eq(packages.slug, slug)).run();
  }
});

const slugs = (slice = everything) => listTrendingPackages(since, slice).map(({ slug }) => slug);

test('lists active rising packages with recent data, biggest change first', () => {
  expect(slugs()).toEqual(['huey', 'celery', 'wagtail']);
});

test('pages neither overlap nor omit a package', () => {
  expect([0, 1, 2, 3].flatMap((offset) => slugs({ limit: 1, offset }))).toEqual(slugs());
});

test('counts them, and has the dates of the oldest and newest data', () => {
  expect(countTrendingPackages(since)).toEqual({
    count: 3,
    from: day('2026-05-23'),
    to: day('2026-08-22'),
  });
});

test('lists nothing without recent data', () => {
  const later = day('2026-08-23');
  expect(listTrendingPackages(later, everything)).toEqual([]);
  expect(countTrendingPackages(later)).toEqual({ count: 0, from: null, to: null });
});
