import { expect, test } from 'vitest';
import { editDistance, editsOf } from '@/lib/search/distance';

test.each([
  ['celery', 'celery', 0],
  ['celry', 'celery', 1],
  ['wagtial', 'wagtail', 1],
  ['djagno', 'django', 1],
  ['froms', 'forms', 1],
  ['kelery', 'celery', 1],
  ['kelary', 'celery', 2],
  ['', 'ab', 2],
])('from %j to %j takes %i edits', (a, b, edits) => {
  expect(editDistance(a, b, 2)).toBe(edits);
  expect(editDistance(b, a, 2)).toBe(edits);
});

test('a distance above the limit is the limit plus one', () => {
  expect(editDistance('celery', 'wagtail', 2)).toBe(3);
  expect(editDistance('abc', 'abcdefgh', 2)).toBe(3);
});

test('the words one edit away are exactly those at distance one', () => {
  const edits = editsOf('froms');
  expect(edits).toContain('forms');
  expect(new Set(edits).size).toBe(edits.length);
  for (const edit of edits) expect(editDistance('froms', edit, 2), edit).toBe(1);
});
