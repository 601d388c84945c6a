import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { countLikedPackages, listLikedPackages } from '@/db/queries/liked';
import { packages } from '@/db/schema';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const everything = { limit: 1000, offset: 0 };

beforeAll(() => {
  // An inactive one with as many users as another.
  const twin = database().select().from(packages).where(eq(packages.slug, 'huey')).get();
  database()
    .update(packages)
    .set({ isArchived: true, usageCount: twin?.usageCount ?? 0, title: 'Aardvark' })
    .where(eq(packages.slug, 'celery'))
    .run();
});

/** The same as the query, in JavaScript. */
function plainly() {
  return database()
    .select()
    .from(packages)
    .all()
    .filter(({ usageCount }) => (usageCount ?? 0) > 0)
    .sort(
      (a, b) =>
        (b.usageCount ?? 0) - (a.usageCount ?? 0) ||
        (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1),
    );
}

test('lists packages with users, most used first, then by title', () => {
  expect(listLikedPackages(everything).map(({ slug }) => slug)).toEqual(
    plainly().map(({ slug }) => slug),
  );
});

test('packages without users or counts are not listed', () => {
  const least = Math.min(...listLikedPackages(everything).map(({ usageCount }) => usageCount ?? 0));
  expect(least).toBe(1);
});

test('inactive packages are listed and marked', () => {
  const archived = listLikedPackages(everything).find(({ slug }) => slug === 'celery');
  expect(archived).toMatchObject({ title: 'Aardvark', isArchived: true, isDeprecated: false });
});

test('the pages contain every package once', () => {
  const paged: string[] = [];
  for (let offset = 0; offset < 200; offset += 50) {
    paged.push(...listLikedPackages({ limit: 50, offset }).map(({ slug }) => slug));
  }
  expect(paged).toEqual(plainly().map(({ slug }) => slug));
  expect(paged).toHaveLength(countLikedPackages());
});
