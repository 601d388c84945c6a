import { expect, test } from 'vitest';
import { describeCourse, highestOf } from '@/lib/statistics/chart';

const entries = (figures: Record<string, number>) =>
  Object.entries(figures).map(([label, count]) => ({ label, count }));

test.each([
  [{ y1: 3, y2: 298, y3: 260 }, 'Peak: 298 releases in y2. Latest: 260 in y3.'],
  [{ y1: 1, y2: 1 }, 'Peak: 1 release in y2.'],
  [{}, 'No releases.'],
])('a series is described by its peak and end (%#)', (figures, sentence) => {
  expect(describeCourse(entries(figures), 'release')).toBe(sentence);
});

test('the last of equal values is the highest', () => {
  expect(highestOf(entries({ a: 2, b: 2, c: 1 }))?.label).toBe('b');
  expect(highestOf([])).toBeUndefined();
});
