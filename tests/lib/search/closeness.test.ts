import { expect, test } from 'vitest';
import { closeness } from '@/lib/search/closeness';

test.each([
  ['celery', ['Celery']],
  ['celerey', ['Celery']],
  ['django-celerey', ['Celery']],
  ['celery', ['django-celery']],
  ['djangocelery', ['django-celery']],
  ['djangocelary', ['django-celery']],
  ['wagtal', ['Wagtail CRX', 'wagtail']],
  ['django-q3', ['django-q2']],
  ['framwork', ['Django REST framework']],
  // One of two words.
  ['django-redis-cache', ['django-redis']],
  ['forms-admin', ['forms']],
])('%s is close to %j', (text, names) => {
  expect(closeness(text, names)).toBeGreaterThanOrEqual(0.5);
  expect(closeness(text, names)).toBeLessThanOrEqual(1);
});

test.each([
  ['numpy', ['django-cms', 'Wagtail']],
  // Most names start like this.
  ['django', ['graphene-django', 'django-cms']],
  ['django-zzz', ['django-cms']],
  ['django-blog', ['django-cms', 'django-shop']],
  ['pytest-cov', ['pytest-django']],
  ['', ['celery']],
  ['-', ['celery']],
  ['a', ['q', 'django-q']],
  ['celery', []],
  ['celery', ['']],
])('%s is not close to %j', (text, names) => {
  expect(closeness(text, names)).toBe(0);
});

test('fewer wrong letters are closer, and none is closest', () => {
  const [exact, one, two] = ['celery', 'celary', 'celarry'].map((it) => closeness(it, ['Celery']));
  expect(exact).toBe(1);
  expect(one).toBeLessThan(1);
  expect(two).toBeLessThan(one ?? 0);
});
