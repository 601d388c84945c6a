import { expect, test } from 'vitest';
import { describeSlice, pageOf } from '@/lib/list/paging';

test.each([
  [186, 1, { page: 1, pages: 10, limit: 20, offset: 0 }],
  [186, 2, { page: 2, pages: 10, limit: 20, offset: 20 }],
  [186, 10, { page: 10, pages: 10, limit: 20, offset: 180 }],
  [20, 1, { page: 1, pages: 1, limit: 20, offset: 0 }],
  [21, 2, { page: 2, pages: 2, limit: 20, offset: 20 }],
])('of %d records in pages of twenty, page %d has its slice', (total, asked, paging) => {
  expect(pageOf(total, asked, 20)).toEqual(paging);
});

test('a page past the end is the last page', () => {
  expect(pageOf(186, 11, 20)).toEqual(pageOf(186, 10, 20));
  expect(pageOf(186, 1_000_000, 20)).toEqual(pageOf(186, 10, 20));
});

test('an empty list has one page', () => {
  expect(pageOf(0, 1, 20)).toEqual({ page: 1, pages: 1, limit: 20, offset: 0 });
  expect(pageOf(0, 5, 20).page).toBe(1);
});

test('the pages of a list contain every record once', () => {
  for (let total = 1; total <= 65; total++) {
    const { pages } = pageOf(total, 1, 20);
    const seen = Array.from({ length: pages }, (_, index) => pageOf(total, index + 1, 20)).flatMap(
      ({ offset, limit }) => Array.from({ length: limit }, (_, place) => offset + place),
    );
    expect(seen.filter((place) => place < total)).toEqual([...Array(total).keys()]);
    expect(seen.length - total).toBeLessThan(20);
  }
});

test('a slice shows its position in the list', () => {
  expect(describeSlice(186, pageOf(186, 2, 20), 'package')).toBe('21–40 of 186 packages');
  expect(describeSlice(186, pageOf(186, 10, 20), 'package')).toBe('181–186 of 186 packages');
});

test('a list of one page shows only its length', () => {
  expect(describeSlice(20, pageOf(20, 1, 20), 'package')).toBe('20 packages');
  expect(describeSlice(0, pageOf(0, 1, 20), 'grid')).toBe('0 grids');
});
