import { expect, test } from 'vitest';
import { decodeSegment, isNameOf, normalName, readSlugs } from '@/lib/package/slugs';

test.each([
  ['Wagtail', 'wagtail'],
  ['django_redis', 'django-redis'],
  ['Django.Redis', 'django-redis'],
  ['django--__..redis', 'django-redis'],
  ['zope.interface', 'zope-interface'],
  ['Django REST framework', 'django-rest-framework'],
  ['-celery-', 'celery'],
  ['', ''],
  ['\0', ''],
])('%j is normalized to %j', (name, normal) => {
  expect(normalName(name)).toBe(normal);
});

test('finds a name by its normalized spelling', () => {
  expect(isNameOf('Django_Redis', [null, 'django-redis'])).toBe(true);
  expect(isNameOf('djangoredis', [null, 'django-redis'])).toBe(false);
  expect(isNameOf('x', [null])).toBe(false);
});

test.each([
  ['a%20b', 'a b'],
  ['caf%C3%A9', 'café'],
  ['plain', 'plain'],
  ['%ff', ''],
  ['%', ''],
])('the segment %s is %j', (segment, text) => {
  expect(decodeSegment(segment)).toBe(text);
});

test('comma-separated slugs are unique and may have dots', () => {
  expect(readSlugs('Celery, huey,,zope.interface,celery,a b,Celery')).toEqual([
    'Celery',
    'huey',
    'zope.interface',
    'celery',
  ]);
});
