import { expect, test } from 'vitest';
import { pageOf } from '@/lib/search/page-address';

test.each([
  ['https://djangopackages.org/packages/p/celery/', 'package', 'celery'],
  ['https://www.djangopackages.org/packages/p/celery', 'package', 'celery'],
  ['djangopackages.org/grids/g/workers-queues-tasks/', 'grid', 'workers-queues-tasks'],
  ['http://localhost:3000/packages/p/django-cms/?x=1#y', 'package', 'django-cms'],
  ['http://[::1]:3000/grids/g/cms/', 'grid', 'cms'],
  ['https://packgrid.example/packages/p/django_cron/score/', 'package', 'django_cron'],
  ['https://packgrid.example/grids/g/cms/table.csv', 'grid', 'cms'],
  ['/packages/p/celery/', 'package', 'celery'],
  ['/grids/g/djq_vs_celery', 'grid', 'djq_vs_celery'],
  ['https://djangopackages.org/api/v4/packages/celery/', 'package', 'celery'],
  ['/api/v3/grids/cms.json', 'grid', 'cms'],
  ['HTTPS://DJANGOPACKAGES.ORG/Packages/P/Celery/', 'package', 'Celery'],
])('%s is the page of the %s %s', (text, kind, slug) => {
  expect(pageOf(text)).toEqual({ kind, slug });
});

test.each([
  'celery',
  'packages',
  '/packages/',
  '/packages/p/',
  '/packages/p/a b/',
  'https://djangopackages.org/',
  'https://djangopackages.org/categories/apps/',
  'https://djangopackages.org/api/v4/packages/34/',
  'https://github.com/celery/celery',
  'see /packages/p/celery/',
])('%j is not a page of a record', (text) => {
  expect(pageOf(text)).toBeUndefined();
});
