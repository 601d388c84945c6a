import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { listPresentSlugs, findGridSlug, findPackageSlug } from '@/db/queries/resolve-slug';
import { indexGrids, indexPackages } from '@/db/writes/search-index';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const ids = (table: 'packages' | 'grids', where: string) =>
  database()
    .all<{ id: number }>(sql.raw(`select id from ${table} where ${where}`))
    .map(({ id }) => id);

beforeAll(() => {
  const former = (kind: 'package' | 'grid', oldSlug: string, slug: string) =>
    database()
      .run(sql`insert into slug_redirects (kind, old_slug, ${sql.raw(`${kind}_id`)}, created_at)
      select ${kind}, ${oldSlug}, id, 1790000000000000 from ${sql.raw(`${kind}s`)} where slug = ${slug}`);
  former('package', 'old-huey', 'huey');
  former('package', 'django-q', 'django-q2');
  former('grid', 'sockets', 'websockets');
  // Two that differ only in spelling.
  database().run(`update packages set slug = 'twin-one' where slug = 'django-shop'`);
  database().run(`update packages set slug = 'Twin_One' where slug = 'django-oscar'`);
  database().run(`update packages set title = 'Shared title' where slug in ('celery', 'wagtail')`);
  indexPackages(ids('packages', 'true'));
  indexGrids(ids('grids', 'true'));
});

test.each([
  // Unchanged.
  ['celery', 'celery'],
  ['channels_redis', 'channels_redis'],
  ['twin-one', 'twin-one'],
  ['Twin_One', 'Twin_One'],
  // A former slug in any spelling.
  ['old-huey', 'huey'],
  ['Old_Huey', 'huey'],
  // A current slug takes precedence over a former one.
  ['django-q', 'django-q'],
  // Another spelling.
  ['Wagtail', 'wagtail'],
  ['HUEY', 'huey'],
  ['django_redis', 'django-redis'],
  ['Django.Redis', 'django-redis'],
  ['django--redis', 'django-redis'],
  ['Django Redis', 'django-redis'],
  ['channels-redis', 'channels_redis'],
  ['django-private-chat2', 'django_private_chat2'],
  ['pytest.django', 'pytest_django'],
  ['factory-boy', 'factory_boy'],
  // A name on PyPI.
  ['djangorestframework', 'drf'],
  ['DjangoRestFramework', 'drf'],
])('the package named %s is %s', (text, slug) => {
  expect(findPackageSlug(text)).toBe(slug);
});

test.each([
  'nope',
  '',
  '-',
  '\0',
  '%',
  '🐍',
  "' or 1 = 1 --",
  'x'.repeat(10_000),
  // Not the same letters.
  'djangoredis',
  'redis',
  'celer',
  // A slug of a grid.
  'websockets',
  'sockets',
  // A spelling of two packages.
  'twin_one',
  'Twin-One',
  'shared-title',
])('no package is named %j', (text) => {
  expect(findPackageSlug(text)).toBeUndefined();
});

test.each([
  ['websockets', 'websockets'],
  ['WebSockets', 'websockets'],
  ['sockets', 'websockets'],
  ['Sockets', 'websockets'],
  ['CMS', 'cms'],
  ['Workers_Queues_Tasks', 'workers-queues-tasks'],
  ['djq-vs-celery', 'djq_vs_celery'],
  ['Django%20REST%20framework', undefined],
  ['nope', undefined],
  ['celery', undefined],
  ['old-huey', undefined],
  ['', undefined],
])('the grid named %s is %s', (text, slug) => {
  expect(findGridSlug(text)).toBe(slug);
});

test('resolves many names in the given order, unknown ones to no slug', () => {
  expect(listPresentSlugs(['nope', 'old-huey', 'Celery', 'wagtail'])).toEqual([
    { requested: 'nope', slug: null },
    { requested: 'old-huey', slug: 'huey' },
    { requested: 'Celery', slug: 'celery' },
    { requested: 'wagtail', slug: 'wagtail' },
  ]);
});
