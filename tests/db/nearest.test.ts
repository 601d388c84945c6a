import { expect, test } from 'vitest';
import { listNearestNames } from '@/db/queries/search';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const nearest = (text: string, kind?: 'package' | 'grid') =>
  listNearestNames(text, { ...(kind && { kind }), limit: 6 }).map(({ slug }) => slug);

test.each([
  ['celerey', 'celery'],
  ['django-celery-beats', 'django-celery-beat'],
  ['Djago-cms', 'django-cms'],
  ['wagtal', 'wagtail'],
  ['hwey', 'huey'],
  ['allouth', 'django-allauth'],
  ['django-all-auth', 'django-allauth'],
  ['crispyforms', 'django-crispy-forms'],
  ['django-debug-tool-bar', 'django-debug-toolbar'],
  ['pytest-djnago', 'pytest_django'],
  ['djangorestframwork', 'drf'],
  ['admin-interface', 'django-admin-interface'],
  ['django_redis_cache', 'django-redis'],
])('the package nearest to %s is %s', (text, slug) => {
  expect(nearest(text, 'package')[0]).toBe(slug);
});

test.each([
  ['form', 'forms'],
  ['cachng', 'caching'],
  ['rest-frameworks', 'django-rest-framework'],
  ['authentification', 'authentication'],
])('the grid nearest to %s is %s', (text, slug) => {
  expect(nearest(text, 'grid')[0]).toBe(slug);
});

test.each(['numpy', 'boto3', 'gunicorn', 'django', 'zzzzzzz', '', '-', 'x'.repeat(500)])(
  'nothing is similar to %s',
  (text) => {
    expect(nearest(text)).toEqual([]);
  },
);

test('suggests both kinds unless one is requested, up to the requested number', () => {
  const kinds = listNearestNames('forms', { limit: 3 }).map(({ kind }) => kind);
  expect(kinds).toHaveLength(3);
  expect(new Set(kinds)).toEqual(new Set(['package', 'grid']));
});
