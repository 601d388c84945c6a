import { expect, test } from 'vitest';
import { distanceInto } from '@/components/enhance/reveal';

const view = { start: 100, end: 500 };

test.each([
  ['in view', 100, 500, 0],
  ['above', 40, 80, -60],
  ['half under the head', 80, 120, -20],
  ['below', 520, 560, 60],
  ['half below', 480, 520, 20],
  ['larger, with its start in view', 300, 900, 200],
  ['larger, with its start above', -100, 700, -200],
])('a part %s (%d to %d) is %d away from view', (_, start, end, distance) => {
  expect(distanceInto(view, { start, end })).toBe(distance);
});
