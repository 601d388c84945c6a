import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findCategory, listCategories } from '@/db/queries/categories';
import { countPackages } from '@/db/queries/packages';
import { packages } from '@/db/schema';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const sizes = () => listCategories().map(({ slug, packageCount }) => [slug, packageCount]);

test('lists all categories by title with their number of active packages', () => {
  expect(sizes()).toEqual([
    ['apps', 143],
    ['frameworks', 13],
    ['other', 25],
    ['projects', 4],
    ['starter-projects', 0],
  ]);
});

test('a category counts as many packages as its page lists', () => {
  for (const [category, size] of sizes()) {
    expect(countPackages({ category: String(category) })).toBe(size);
  }
});

test('archived packages are not counted', () => {
  database().update(packages).set({ isArchived: true }).where(eq(packages.slug, 'channels')).run();
  expect(sizes()).toContainEqual(['apps', 142]);
});

test('a category is found by its slug', () => {
  expect(findCategory('apps')).toMatchObject({ title: 'App', titlePlural: 'Apps', showPypi: true });
});

test.each(['toys', '', 'Apps', 'app_', '%'])('the slug %j finds no category', (slug) => {
  expect(findCategory(slug)).toBeUndefined();
});
