import { expect, test } from 'vitest';
import { commitRates, recentSince } from '@/lib/package/commit-rates';
import { MICROS_PER_DAY } from '@/lib/time';

const weeks = (before: number, latest: number) => [
  ...Array<number>(40).fill(before),
  ...Array<number>(12).fill(latest),
];

test('compares the last 12 weeks with the previous 40', () => {
  expect(commitRates(weeks(2, 5))).toEqual({ latest: 5, before: 2 });
  expect(commitRates(weeks(0, 0))).toEqual({ latest: 0, before: 0 });
});

test('without weeks there are no commits', () => {
  expect(commitRates([])).toEqual({ latest: 0, before: 0 });
});

test('data up to half a year old is current', () => {
  expect(recentSince(200 * MICROS_PER_DAY)).toBe(18 * MICROS_PER_DAY);
});
