import { expect, test } from 'vitest';
import {
  describeCourse,
  describeShares,
  highestOf,
  largestAndOthers,
} from '@/lib/statistics/chart';

const entries = (figures: Record<string, number>) =>
  Object.entries(figures).map(([label, count]) => ({ label, count }));

test.each([
  [{ App: 2, Other: 1 }, '3 packages: App 2 and Other 1.'],
  [{ App: 1 }, '1 package: App 1.'],
  [{ A: 1, B: 9, C: 2, D: 1_000, E: 3 }, '1,015 packages: D 1,000, B 9, E 3 and 2 more.'],
  [{}, 'No packages.'],
])('shares are described largest first (%#)', (figures, sentence) => {
  expect(describeShares(entries(figures), 'package')).toBe(sentence);
});

test.each([
  [{ y1: 3, y2: 298, y3: 260 }, 'Most in y2, 298 releases; in y3, the last, 260.'],
  [{ y1: 1, y2: 1 }, 'Most in y2, 1 release, which is the last.'],
  [{}, 'No releases.'],
])('a series is described by its peak and end (%#)', (figures, sentence) => {
  expect(describeCourse(entries(figures), 'release', 'in')).toBe(sentence);
});

test('the last of equal values is the highest', () => {
  expect(highestOf(entries({ a: 2, b: 2, c: 1 }))?.label).toBe('b');
  expect(highestOf([])).toBeUndefined();
});

test('the rest beyond the largest is summed up', () => {
  const all = entries({ a: 1, b: 5, c: 2, d: 3 });
  expect(largestAndOthers(all, 2)).toEqual([...entries({ b: 5, d: 3 }), ...entries({ others: 3 })]);
  expect(largestAndOthers(all, 4)).toEqual(entries({ b: 5, d: 3, c: 2, a: 1 }));
});
