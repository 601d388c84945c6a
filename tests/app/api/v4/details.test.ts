import { expect, test } from 'vitest';
import { z } from 'zod';
import * as category from '@/app/api/v4/categories/[lookup]/route';
import * as grid from '@/app/api/v4/grids/[lookup]/route';
import * as table from '@/app/api/v4/grids/[lookup]/table/route';
import * as health from '@/app/api/v4/packages/[lookup]/health/route';
import * as packageRoute from '@/app/api/v4/packages/[lookup]/route';
import * as versions from '@/app/api/v4/packages/[lookup]/versions/route';
import { database } from '@/db/client';
import { slugRedirects } from '@/db/schema';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();
process.env['SITE_URL'] = 'https://example.org';

const askPackage = (lookup: string, query = '') =>
  ask(packageRoute, `/api/v4/packages/${encodeURIComponent(lookup)}/${query}`, {
    params: { lookup },
  });
const askGrid = (lookup: string, query = '') =>
  ask(grid, `/api/v4/grids/${encodeURIComponent(lookup)}/${query}`, { params: { lookup } });
const askCategory = (lookup: string) =>
  ask(category, `/api/v4/categories/${encodeURIComponent(lookup)}/`, { params: { lookup } });

test('a grid has the fields of the reference in order, with packages sorted by title', async () => {
  const { status, document, text } = await askGrid('websockets');
  expect(status).toBe(200);
  const read = z
    .object({ packages: z.array(z.string()) })
    .loose()
    .parse(document());
  expect(text.match(/"(\w+)":/g)?.join('')).toBe(
    '"id":"title":"slug":"description":"is_locked":"packages":"header":"created":"modified":',
  );
  expect(read).toMatchObject({ id: 116, slug: 'websockets', is_locked: false, header: false });
  expect(read.packages).toHaveLength(11);

  const titles: string[] = [];
  for (const link of read.packages) {
    const found = await askPackage(link.split('/').at(-2) ?? '');
    titles.push(z.object({ title: z.string() }).parse(found.document()).title.toLowerCase());
  }
  expect(titles).toEqual([...titles].sort());
  expect((await askGrid('116')).text).toBe(text);
});

test('the links of a grid keep the format', async () => {
  expect((await askGrid('116', '?format=api')).text).toContain(
    '"https://example.org/api/v4/packages/2167/?format=api"',
  );
});

test('a category equals that of the reference', async () => {
  const { text } = await askCategory('1');
  expect((await askCategory('apps')).text).toBe(text);
  expect(text).toBe(
    '{"id":1,"title":"App","slug":"apps","description":"Small components used to build projects. ' +
      'An app is anything that is installed by placing it in settings.INSTALLED_APPS.",' +
      '"title_plural":"Apps","show_pypi":true,"created":"2010-08-14T22:47:52-04:00",' +
      '"modified":"2022-03-04T21:48:41.249944-05:00"}',
  );
});

test('a former slug redirects to the current one, unless it is in use again', async () => {
  const createdAt = 1_700_000_000_000_000;
  database()
    .insert(slugRedirects)
    .values([
      { kind: 'package', oldSlug: 'once', packageId: 2948, createdAt },
      { kind: 'grid', oldSlug: 'once', gridId: 116, createdAt },
      { kind: 'package', oldSlug: 'django-q', packageId: 2167, createdAt },
    ])
    .run();
  const moved = await askPackage('once');
  expect([moved.status, moved.header('location')]).toEqual([301, '/api/v4/packages/django-q/']);
  expect(moved.document()).toEqual({ detail: 'Moved to /api/v4/packages/django-q/.' });
  expect((await askGrid('once')).header('location')).toBe('/api/v4/grids/websockets/');
  expect((await askPackage('django-q')).document()).toMatchObject({ id: 2948 });
});

test.each([
  ['/packages/Wagtail/', '/packages/wagtail/'],
  ['/packages/WAGTAIL/?include=facts&x=1', '/packages/wagtail/?include=facts&x=1'],
  ['/packages/Wagtail.json', '/packages/wagtail.json'],
  ['/packages/Wagtail/?format=api', '/packages/wagtail/?format=api'],
  ['/packages/django_redis/', '/packages/django-redis/'],
  ['/packages/djangorestframework/', '/packages/drf/'],
  ['/packages/Wagtail/health/', '/packages/wagtail/health/'],
  ['/packages/Wagtail/versions/?limit=2', '/packages/wagtail/versions/?limit=2'],
  ['/grids/CMS/', '/grids/cms/'],
  ['/grids/WebSockets/table/', '/grids/websockets/table/'],
])('%s redirects to %s', async (path, target) => {
  const [, list = '', name = '', part = ''] = /^\/(\w+)\/([^/.]+)\/?(\w*)/.exec(path) ?? [];
  const handlers = { health, versions, table }[part] ?? (list === 'grids' ? grid : packageRoute);
  const { status, header } = await ask(handlers, `/api/v4${path}`, { params: { lookup: name } });
  expect([status, header('location')]).toEqual([301, `/api/v4${target}`]);
});

test.each(['999999', '0', '9'.repeat(20), '9'.repeat(500), 'nope', 'Django-Qq', '-1', '\0', '🐍'])(
  'odd name %# is neither a package nor a grid',
  async (lookup) => {
    const [asPackage, asGrid] = [await askPackage(lookup), await askGrid(lookup)];
    expect([asPackage.status, asPackage.text]).toEqual([
      404,
      '{"detail":"No Package matches the given query."}',
    ]);
    expect([asGrid.status, asGrid.text]).toEqual([
      404,
      '{"detail":"No Grid matches the given query."}',
    ]);
  },
);

test.each(['nope', '1.5', '-1', ' 1', '\0', '🐍', 'x'.repeat(10_240)])(
  'odd name %# is not a category',
  async (id) => {
    const { status, text } = await askCategory(id);
    expect([status, text]).toEqual([404, '{"detail":"Not found."}']);
  },
);

test.each(['999', '9'.repeat(30)])('number %# is not a category', async (id) => {
  const { status, text } = await askCategory(id);
  expect([status, text]).toEqual([404, '{"detail":"No Category matches the given query."}']);
});

test('an unknown suffix is not found', async () => {
  const { status, text } = await askPackage('django-q.xml');
  expect([status, text]).toEqual([404, '{"detail":"Not found."}']);
});
