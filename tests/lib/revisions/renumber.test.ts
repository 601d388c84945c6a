import { expect, test } from 'vitest';
import { renumberFields } from '@/lib/revisions/renumber';

test('a package gets its other id in the names of fields and as a replacement', () => {
  const fields = {
    title: 'A',
    'package 12': true,
    'cell 12 12': 1,
    'cell 7 123': 2,
    'feature 12': 3,
  };
  expect(JSON.stringify(renumberFields(fields, 'package', 12, 99))).toBe(
    JSON.stringify({
      ...{ title: 'A', 'package 99': true, 'cell 12 99': 1, 'cell 7 123': 2, 'feature 12': 3 },
    }),
  );
  expect(renumberFields({ replacedById: 12, categoryId: 12 }, 'package', 12, 99)).toEqual({
    ...{ replacedById: 99, categoryId: 12 },
  });
});

test('a category gets its other id, and a record that did not exist has none', () => {
  expect(renumberFields({ categoryId: 1, replacedById: 1 }, 'category', 1, 5)).toEqual({
    ...{ categoryId: 5, replacedById: 1 },
  });
  expect(renumberFields(null, 'package', 1, 2)).toBeNull();
});
