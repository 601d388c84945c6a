import { expect, test } from 'vitest';
import { cellLookup } from '@/lib/comparison/lookup';

const find = cellLookup([
  { featureId: 1, packageId: 7, text: 'yes' },
  { featureId: 1, packageId: 8, text: 'no' },
  { featureId: 2, packageId: 7, text: '' },
]);

test('a cell is found by its feature and package', () => {
  expect(find(1, 7)).toBe('yes');
  expect(find(1, 8)).toBe('no');
});

test('a cell with an empty text is filled', () => {
  expect(find(2, 7)).toBe('');
});

test('a cell that nobody filled is undefined', () => {
  expect(find(2, 8)).toBeUndefined();
  expect(find(3, 7)).toBeUndefined();
  expect(find(7, 1)).toBeUndefined();
  expect(cellLookup([])(1, 7)).toBeUndefined();
});
