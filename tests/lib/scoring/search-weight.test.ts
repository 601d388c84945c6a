import { expect, test } from 'vitest';
import {
  gridWeight,
  packageWeight,
  searchCriteria,
  type WeightInput,
} from '@/lib/scoring/search-weight';
import { MICROS_PER_DAY } from '@/lib/time';

const now = 20_000 * MICROS_PER_DAY;
const daysAgo = (days: number) => now - days * MICROS_PER_DAY;

const best: WeightInput = {
  isDeprecated: false,
  description: 'Does it all',
  downloads: 20_000,
  forks: 20,
  usage: 20,
  stars: 20,
  lastCommitAt: daysAgo(1),
  lastReleaseAt: daysAgo(1),
};
const worst: WeightInput = {
  isDeprecated: true,
  description: ' ',
  downloads: 0,
  forks: 0,
  usage: 0,
  stars: 0,
  lastCommitAt: null,
  lastReleaseAt: null,
};

test('a package with everything weighs 100, one with nothing 0', () => {
  expect(packageWeight(best, now)).toBe(100);
  expect(packageWeight(worst, now)).toBe(0);
});

test.each(searchCriteria)('$name gives 20 points or none', ({ points }) => {
  expect(points(best, now)).toBe(20);
  expect(points(worst, now)).toBe(0);
});

test.each([
  [{ downloads: 10_000 }, 93],
  [{ downloads: 999 }, 87],
  [{ forks: 10, stars: 10 }, 87],
  [{ lastCommitAt: daysAgo(90) }, 93],
  [{ lastCommitAt: daysAgo(182) }, 90],
  [{ lastCommitAt: daysAgo(365) }, 87],
  [{ lastReleaseAt: daysAgo(365) }, 87],
])('with %o the best package weighs %i', (change, weight) => {
  expect(packageWeight({ ...best, ...change }, now)).toBe(weight);
});

test.each([
  { isLocked: true, isHeader: true, hasPackages: true, weight: 100 },
  { isLocked: false, isHeader: true, hasPackages: true, weight: 80 },
  { isLocked: true, isHeader: false, hasPackages: true, weight: 80 },
  { isLocked: true, isHeader: true, hasPackages: false, weight: 80 },
  { isLocked: false, isHeader: false, hasPackages: false, weight: 40 },
])('relative to a package of 120 %o', ({ weight, ...grid }) => {
  expect(gridWeight(grid, 120)).toBe(weight);
});
