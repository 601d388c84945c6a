import { expect, test } from 'vitest';
import { healthDistribution } from '@/lib/scoring/distribution';

test('counts packages in bands of ten, with 100 in the last', () => {
  const bands = healthDistribution([
    { health: null, count: 7 },
    { health: 0, count: 1 },
    { health: 9, count: 2 },
    { health: 10, count: 3 },
    { health: 99, count: 4 },
    { health: 100, count: 5 },
  ]);
  expect(bands).toHaveLength(10);
  expect(bands[0]).toEqual({ from: 0, to: 9, count: 3 });
  expect(bands[1]).toEqual({ from: 10, to: 19, count: 3 });
  expect(bands[9]).toEqual({ from: 90, to: 100, count: 9 });
  expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(15);
});
