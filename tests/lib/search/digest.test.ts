import { expect, test } from 'vitest';
import { digestOf } from '@/lib/search/digest';

test('a text always has the same digest', () => {
  expect(digestOf('django-crispy-forms')).toBe(digestOf('django-crispy-forms'));
});

test('similar texts have different digests, all safe integers', () => {
  const texts = Array.from({ length: 50_000 }, (_, index) => `text ${index} of many`);
  const digests = new Set(texts.map(digestOf));
  expect(digests.size).toBe(texts.length);
  expect([...digests].every((it) => Number.isSafeInteger(it) && it >= 0)).toBe(true);
});
