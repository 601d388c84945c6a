import Database from 'better-sqlite3';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, test } from './fixtures';
import { elementIn, readDocument } from './read-document';

const database = () =>
  new Database(join(process.env['PACKGRID_TEST_FOLDER'] ?? '', 'packgrid.sqlite'));

/** URLs with another spelling of a slug, each with its canonical URL. */
const respelled = [
  ['/packages/p/Wagtail/', '/packages/p/wagtail/'],
  ['/packages/p/django_redis/', '/packages/p/django-redis/'],
  ['/packages/p/Django.Redis/', '/packages/p/django-redis/'],
  ['/packages/p/djangorestframework/', '/packages/p/drf/'],
  ['/packages/p/Wagtail/score/', '/packages/p/wagtail/score/'],
  ['/packages/p/Wagtail/opengraph.png', '/packages/p/wagtail/opengraph.png'],
  ['/feeds/packages/p/Wagtail/rss/', '/feeds/packages/p/wagtail/rss/'],
  ['/badges/Wagtail.svg', '/badges/wagtail.svg'],
  ['/badges/django_redis.svg?show=health', '/badges/django-redis.svg?show=health'],
  ['/compare/Celery,HUEY/', '/compare/celery,huey/'],
  ['/compare/HUEY,Celery/?diff=1', '/compare/celery,huey/?diff=1'],
  ['/grids/g/WebSockets/?sort=title&q=a', '/grids/g/websockets/?q=a&sort=title'],
  ['/grids/g/CMS/packages/?python=3&page=1', '/grids/g/cms/packages/?page=1&python=3'],
  ['/grids/g/CMS/timesheet/?sort=title', '/grids/g/cms/timesheet/?sort=title'],
  ['/grids/g/CMS/table.csv?sort=title', '/grids/g/cms/table.csv?sort=title'],
  ['/grids/g/CMS/table.json', '/grids/g/cms/table.json'],
  ['/grids/g/CMS/table.md?q=a', '/grids/g/cms/table.md?q=a'],
  ['/grids/g/CMS/opengraph.png', '/grids/g/cms/opengraph.png'],
  ['/embed/grids/CMS/?layout=rows', '/embed/grids/cms/?layout=rows'],
  ['/feeds/grids/CMS/atom/', '/feeds/grids/cms/atom/'],
] as const;

const ofApi = [
  ['/api/v4/packages/Wagtail/', '/api/v4/packages/wagtail/'],
  ['/api/v4/packages/django_redis/?include=facts', '/api/v4/packages/django-redis/?include=facts'],
  ['/api/v4/packages/Wagtail.json', '/api/v4/packages/wagtail.json'],
  ['/api/v4/packages/Wagtail/?format=api', '/api/v4/packages/wagtail/?format=api'],
  ['/api/v4/packages/Wagtail/health/', '/api/v4/packages/wagtail/health/'],
  ['/api/v4/packages/Wagtail/versions/?limit=1', '/api/v4/packages/wagtail/versions/?limit=1'],
  ['/api/v4/grids/CMS/', '/api/v4/grids/cms/'],
  ['/api/v4/grids/CMS/table/', '/api/v4/grids/cms/table/'],
  ['/api/v3/packages/Wagtail/', '/api/v3/packages/wagtail/'],
  ['/api/v3/grids/CMS/packages/?limit=1', '/api/v3/grids/cms/packages/?limit=1'],
] as const;

for (const [path, target] of [...respelled, ...ofApi]) {
  test(`${path} is redirected to ${target}`, async ({ request }) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await request.fetch(path, { method, maxRedirects: 0 });
      expect([answer.status(), answer.headers()['location']]).toEqual([301, target]);
      const cors = answer.headers()['access-control-allow-origin'];
      if (path.startsWith('/api/')) expect(cors).toBe('*');
    }
    const found = await request.get(target, { maxRedirects: 0 });
    expect(found.status()).toBe(200);
  });
}

test('a renamed grid redirects with its query, as do all URLs below it', async ({ request }) => {
  const file = database();
  const oldSlug = `cms-as-it-was-${crypto.randomUUID()}`;
  try {
    file
      .prepare(
        `insert into slug_redirects (kind, old_slug, grid_id, created_at)
         select 'grid', ?, id, 0 from grids where slug = 'cms'`,
      )
      .run(oldSlug);
    const parts = ['', 'packages/', 'timesheet/', 'table.csv', 'table.json', 'table.md'];
    const paths = [...parts.map((part) => `/grids/g/SLUG/${part}`), '/embed/grids/SLUG/'];
    for (const path of paths) {
      const asked = `${path.replace('SLUG', oldSlug)}?sort=-title`;
      const answer = await request.get(asked, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(301);
      expect(answer.headers()['location']).toBe(`${path.replace('SLUG', 'cms')}?sort=-title`);
    }
    const api = await request.get(`/api/v4/grids/${oldSlug}/table/?x=1`, { maxRedirects: 0 });
    expect(api.headers()['location']).toBe('/api/v4/grids/cms/table/?x=1');
  } finally {
    file.prepare('delete from slug_redirects where old_slug = ?').run(oldSlug);
    file.close();
  }
});

test.describe('a 404 of a package or grid, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, name, target] of [
    ['/packages/p/celerey/', 'Celery', '/packages/p/celery/'],
    ['/packages/p/wagtal/score/', 'Wagtail', '/packages/p/wagtail/'],
    ['/grids/g/websocket/', 'Websockets', '/grids/g/websockets/'],
    ['/grids/g/cachng/packages/', 'Caching', '/grids/g/caching/'],
    ['/grids/g/authentification/timesheet/', 'Authentication', '/grids/g/authentication/'],
  ] as const) {
    test(`${path} offers ${target}`, async ({ request }) => {
      const { status, document } = await readDocument(request, path);
      expect(status).toBe(404);
      expect(document.title).toBe('Page not found · Packgrid');
      const heading = [...document.querySelectorAll('main h2')].find((it) =>
        it.textContent.startsWith('Did you mean'),
      );
      const offered = [...(heading?.closest('section')?.querySelectorAll('a') ?? [])];
      expect(offered.find((it) => it.textContent === name)?.getAttribute('href')).toBe(target);
      expect(elementIn(document, 'meta[name=robots]').getAttribute('content')).toBe('noindex');
    });
  }

  test('shows no part of the URL, and offers nothing if no name is similar', async ({ page }) => {
    const answer = await page.goto('/packages/p/%3Cimg%20src=x%20onerror=alert(1)%3E-zzzz/');
    expect(answer?.status()).toBe(404);
    expect(await page.content()).not.toContain('onerror');
    await expect(page.getByText('Did you mean')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  });
});

test('a cached 404 is a 404, also for HEAD', async ({ request }) => {
  for (const method of ['GET', 'GET', 'HEAD']) {
    const answer = await request.fetch('/packages/p/celerey/', { method });
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8');
  }
});

test('ignored parameters are named in a header that scripts of other sites can read', async ({
  request,
}) => {
  const path = '/api/v4/packages/?limit=1&category=nope&ordering=x';
  for (const attempt of [1, 2]) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect([attempt, answer.status()]).toEqual([attempt, 200]);
    expect(headers['x-ignored-parameters']).toBe('ordering, category');
    expect(headers['access-control-expose-headers']).toContain('X-Ignored-Parameters');
  }
  const plain = await request.get('/api/v4/packages/?limit=1');
  expect(plain.headers()['x-ignored-parameters']).toBeUndefined();
});

test('python=3.13 finds the same number of packages on the page and in the API', async ({
  page,
  request,
}) => {
  const response = await request.get('/api/v4/packages/?python=3.13&limit=1');
  const { count } = z.object({ count: z.number() }).parse(await response.json());
  await page.goto('/packages/?python=3.13');
  await expect(page.locator('main').getByRole('status')).toContainText(`of ${count} packages`);
});
