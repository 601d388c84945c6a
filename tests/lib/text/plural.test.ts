import { expect, test } from 'vitest';
import { fewOf, nounFor } from '@/lib/text/plural';

test('a noun is plural for any number but one', () => {
  expect(nounFor(1, 'package')).toBe('package');
  expect(nounFor(0, 'package')).toBe('packages');
  expect(nounFor(2, 'category', 'categories')).toBe('categories');
});

test('few things have their number', () => {
  expect(fewOf(1, 'package')).toBe('1 package');
  expect(fewOf(50, 'package')).toBe('50 packages');
});
