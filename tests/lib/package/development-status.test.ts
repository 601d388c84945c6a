import { expect, test } from 'vitest';
import { developmentStatusName } from '@/lib/package/development-status';

test.each([
  [1, 'Planning'],
  [2, 'Pre-Alpha'],
  [3, 'Alpha'],
  [4, 'Beta'],
  [5, 'Production/Stable'],
  [6, 'Mature'],
  [7, 'Inactive'],
])('status %d has the name of its trove classifier', (status, name) => {
  expect(developmentStatusName(status)).toBe(name);
});

test.each([null, 0, -1, 8, 1.5, Number.NaN])('status %j is unknown', (status) => {
  expect(developmentStatusName(status)).toBeUndefined();
});
