import { expect, test } from 'vitest';
import { countCatalogue } from '@/db/queries/catalogue';
import { loadCatalogue } from '@/db/seed';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

test('the shipped catalogue is loaded whole', () => {
  expect(countCatalogue()).toEqual({
    categories: 5,
    packages: 186,
    grids: 31,
    features: 340,
    cells: 1530,
  });
});

test('a second load changes nothing', () => {
  expect(loadCatalogue()).toBe(false);
});
