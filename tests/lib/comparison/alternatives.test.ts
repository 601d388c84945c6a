import { expect, test } from 'vitest';
import { rankAlternatives } from '@/lib/comparison/alternatives';

const neighbour = (slug: string, stars: number | null = null) => ({
  slug,
  title: slug.toUpperCase(),
  description: '',
  stars,
  lastCommitAt: null,
  health: null,
});

const ranked = (...slugs: string[]) =>
  rankAlternatives(slugs.map((slug) => neighbour(slug))).map(
    (it) => `${it.slug} ${it.sharedGrids}`,
  );

test('a package without neighbours has no alternatives', () => {
  expect(rankAlternatives([])).toEqual([]);
});

test('a neighbour in several grids is one alternative with their count', () => {
  expect(ranked('huey', 'huey', 'huey')).toEqual(['huey 3']);
});

test('alternatives with the most shared grids come first', () => {
  expect(ranked('celery', 'huey', 'dramatiq', 'dramatiq', 'huey', 'dramatiq')).toEqual([
    'dramatiq 3',
    'huey 2',
    'celery 1',
  ]);
});

test('alternatives with equally many shared grids keep their order', () => {
  expect(ranked('c', 'a', 'b', 'b', 'a')).toEqual(['a 2', 'b 2', 'c 1']);
});

test('an alternative keeps the data of the neighbour', () => {
  expect(rankAlternatives([neighbour('huey', 5)])).toEqual([
    { ...neighbour('huey', 5), sharedGrids: 1 },
  ]);
});

test('the neighbours are not modified', () => {
  const given = [neighbour('huey'), neighbour('huey')];
  rankAlternatives(given);
  expect(given).toEqual([neighbour('huey'), neighbour('huey')]);
});
