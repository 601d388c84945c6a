import { expect, test } from 'vitest';
import { rankAlternatives } from '@/lib/comparison/alternatives';

const neighbour = (slug: string, stars: number | null = null) => ({
  slug,
  title: slug.toUpperCase(),
  description: '',
  stars,
  lastCommitAt: null,
});

const ranked = (...slugs: string[]) =>
  rankAlternatives(slugs.map((slug) => neighbour(slug))).map(
    (it) => `${it.slug} ${it.sharedGrids}`,
  );

test('a package without neighbours has no alternatives', () => {
  expect(rankAlternatives([])).toEqual([]);
});

test('a neighbour in more than one grid is one alternative that counts them', () => {
  expect(ranked('huey', 'huey', 'huey')).toEqual(['huey 3']);
});

test('those with most grids in common come first', () => {
  expect(ranked('celery', 'huey', 'dramatiq', 'dramatiq', 'huey', 'dramatiq')).toEqual([
    'dramatiq 3',
    'huey 2',
    'celery 1',
  ]);
});

test('those with as many grids in common stay in the order given', () => {
  expect(ranked('c', 'a', 'b', 'b', 'a')).toEqual(['a 2', 'b 2', 'c 1']);
});

test('an alternative keeps what was known of the neighbour', () => {
  expect(rankAlternatives([neighbour('huey', 5)])).toEqual([
    { ...neighbour('huey', 5), sharedGrids: 1 },
  ]);
});

test('the neighbours themselves are left as they are', () => {
  const given = [neighbour('huey'), neighbour('huey')];
  rankAlternatives(given);
  expect(given).toEqual([neighbour('huey'), neighbour('huey')]);
});
