import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findGrid } from '@/db/queries/grids';
import { listRelatedGrids } from '@/db/queries/related-grids';
import { categories, grids, gridPackages, packages } from '@/db/schema';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

const createdAt = 1_700_000_000_000_000;
const edited = { createdAt, modifiedAt: createdAt };

/** Packages by grid. */
const members: Record<string, string> = {
  main: 'abcdefg',
  most: 'abcdeg',
  five: 'abcde',
  'tied-b': 'ab',
  'tied-a': 'xbay',
  stars: 'cg',
  single: 'f',
  also: 'e',
  seventh: 'd',
  apart: 'xy',
  empty: '',
};

beforeAll(() => {
  const db = database();
  db.insert(categories)
    .values({ id: 1, slug: 'apps', title: 'App', ...edited })
    .run();
  // Stars increase with the alphabet; g has the most but doesn't count, since it is archived.
  Array.from('abcdefgxy').forEach((slug, index) => {
    db.insert(packages)
      .values({
        id: index + 1,
        slug,
        title: slug.toUpperCase(),
        categoryId: 1,
        repoWatchers: slug === 'f' ? null : index * 10,
        isArchived: slug === 'g',
        ...edited,
      })
      .run();
  });
  Object.entries(members).forEach(([slug, held], index) => {
    const gridId = index + 1;
    db.insert(grids)
      .values({ id: gridId, slug, title: slug, ...edited })
      .run();
    for (const it of held) {
      const packageId = 'abcdefgxy'.indexOf(it) + 1;
      db.insert(gridPackages).values({ gridId, packageId, createdAt }).run();
    }
  });
});

const relatedTo = (slug: string) => listRelatedGrids(findGrid(slug)?.id ?? 0);

test('lists up to six grids with the most shared packages first, then by title', () => {
  expect(relatedTo('main').map((it) => [it.slug, it.sharedCount])).toEqual([
    ['most', 6],
    ['five', 5],
    ['stars', 2],
    ['tied-a', 2],
    ['tied-b', 2],
    ['also', 1],
  ]);
});

test('each names up to three shared packages: active ones by stars, then others', () => {
  const named = Object.fromEntries(relatedTo('main').map(({ slug, shared }) => [slug, shared]));
  expect(named).toEqual({
    most: ['E', 'D', 'C'],
    five: ['E', 'D', 'C'],
    'tied-b': ['B', 'A'],
    'tied-a': ['B', 'A'],
    stars: ['C', 'G'],
    also: ['E'],
  });
});

test('the relation is mutual with the same count', () => {
  const pairs = Object.keys(members).flatMap((slug) =>
    relatedTo(slug).map((grid) => ({ slug, other: grid.slug, count: grid.sharedCount })),
  );
  const counts = pairs.map(({ slug, other, count }) => {
    const held = members[other] ?? '';
    return Array.from(members[slug] ?? '').filter((it) => held.includes(it)).length === count;
  });
  expect(counts.length).toBeGreaterThan(20);
  expect(counts.every(Boolean)).toBe(true);
  expect(pairs.some(({ slug, other }) => slug === other)).toBe(false);
});

test('a grid without shared packages, an empty and an unknown grid have no related grids', () => {
  expect(relatedTo('apart').map(({ slug }) => slug)).toEqual(['tied-a']);
  expect(relatedTo('empty')).toEqual([]);
  expect(listRelatedGrids(0)).toEqual([]);
});
