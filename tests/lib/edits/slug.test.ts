import { expect, test } from 'vitest';
import { chosenSlug, newSlug } from '@/lib/edits/slug';

test.each(['celery', 'django-q2', 'channels_redis', 'django-tagging__maintained', '3d', ' drf '])(
  '%j can be chosen',
  (text) => {
    expect(chosenSlug.parse(text)).toBe(text.trim());
  },
);

test.each([
  ['', 'is required'],
  ['  ', 'is required'],
  ['x'.repeat(51), 'must have at most 50 characters'],
  ['Celery', 'must have only lower-case letters'],
  ['two words', 'must have only lower-case letters'],
  ['a/b', 'must have only lower-case letters'],
  ['a.b', 'must have only lower-case letters'],
  ['-a', 'no hyphen at either end'],
  ['a-', 'no hyphen at either end'],
  ['日本', 'must have only lower-case letters'],
  ['2026', 'must have a letter'],
  ['add', 'is reserved'],
  ['usage', 'is reserved'],
])('%j can’t be chosen: %s', (text, message) => {
  expect(chosenSlug.safeParse(text).error?.issues[0]?.message).toContain(message);
});

test('a title without letters gets the word for its kind', () => {
  expect(newSlug('日本', () => false, 'project')).toBe('project');
  expect(newSlug('2026', () => false, 'project')).toBe('project-2026');
  expect(newSlug('2026', () => false)).toBe('grid-2026');
});
