import { expect, test } from 'vitest';
import { projectKey } from '@/lib/api/check/asked';

test.each([
  ['Django_Q==1.3.9', '@pypi/django-q'],
  ['celery[redis] @ https://github.com/celery/celery.git', '@github.com/celery/celery'],
  ['https://github.com/awesto/django-shop/tree/main', '@github.com/awesto/django-shop'],
  ['!', undefined],
])('%s has the key %s', (asked, key) => {
  expect(projectKey(asked)).toBe(key);
});

test('an address that would take seconds to match is one of nothing, at once', () => {
  const begin = performance.now();
  expect(projectKey(`example.org/a/b${'/'.repeat(32_000)}c`)).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(100);
});
