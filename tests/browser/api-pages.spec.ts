import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { withServer } from '../bench/server';
import { findViolations } from './axe';
import { expect, test } from './fixtures';

const seeds = ['2167', '2647', '2948', '3708', '631'];

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());

/** A page of the reference as saved by a browser; the request line in it has its URL. */
function readSeed(id: string) {
  const file = join(import.meta.dirname, '../fixtures/saved-pages', `package-${id}.txt`);
  const text = readFileSync(file, 'utf8');
  return { path: /^GET (\S+)/m.exec(text)?.[1] ?? '', lines: lines(text) };
}

test('the five saved pages of djangopackages.org have the same text here, line by line', async ({
  browser,
}) => {
  test.slow();
  // A page without the fixture, which would fail on the other host.
  const page = await browser.newPage();
  const database = join(process.env['PACKGRID_TEST_FOLDER'] ?? '', 'packgrid.sqlite');
  await withServer(
    database,
    async (port) => {
      for (const id of seeds) {
        const seed = readSeed(id);
        await page.goto(`http://localhost:${port}${seed.path}`);
        expect(lines(await page.locator('main').innerText()), id).toEqual(seed.lines);
      }
    },
    { SITE_URL: 'https://djangopackages.org', WORKERS: '1' },
  );
});

const paths = [
  '/api/v4/',
  '/api/v4/packages/?limit=3&offset=60',
  '/api/v4/packages/django-q/',
  '/api/v4/packages/nope/',
  '/api/v4/packages/?include=nope',
  '/api/v4/grids/websockets/table/',
  '/api/v4/search/?q=queue',
  '/api/v4/check/?packages=celery',
];

const asPage = (path: string) => `${path}${path.includes('?') ? '&' : '?'}format=api`;

test('axe finds nothing on browsable pages, light and dark', async ({ page }) => {
  test.slow();
  for (const path of paths) {
    await page.goto(asPage(path));
    expect(await findViolations(page), path).toEqual([]);
  }
});

for (const width of [320, 1440]) {
  test(`no browsable page overflows a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(asPage(path));
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('OPTIONS is a button', async ({ page }) => {
    await page.goto('/api/v4/packages/?format=api');
    await page.getByRole('button', { name: 'OPTIONS' }).click();
    await expect(page.getByText('OPTIONS /api/v4/packages/?format=api')).toBeVisible();
    await expect(page.locator('main')).toContainText('"name": "Package List"');
  });

  test('links lead from page to page, and breadcrumbs lead back', async ({ page }) => {
    await page.goto('/api/v4/?format=api');
    await page.getByRole('link', { name: '/api/v4/packages/?format=api' }).click();
    await expect(page.getByRole('heading', { name: 'Package List' })).toBeVisible();
    await page.getByRole('link', { name: 'Page 2', exact: true }).click();
    await expect(page).toHaveURL('/api/v4/packages/?format=api&limit=20&offset=20');
    await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.getByRole('link', { name: 'Api Root' }).click();
    await expect(page).toHaveURL('/api/v4/');
    await page.goto('/api/v4/packages/django-q/?format=api');
    await page.getByRole('link', { name: 'json', exact: true }).click();
    await expect(page.locator('body')).toContainText('"slug":"django-q"');
  });
});

test('a POST that is not one of OPTIONS is refused, and so is one that is too large', async ({
  request,
}) => {
  const ask = (form: Record<string, string>) => request.post('/api/v4/packages/', { form });
  expect((await ask({})).status()).toBe(405);
  expect((await ask({ _method: 'DELETE' })).status()).toBe(405);
  expect((await ask({ _method: 'OPTIONS', x: 'x'.repeat(2000) })).status()).toBe(405);
  expect((await ask({ _method: 'OPTIONS' })).status()).toBe(200);
});

/** What curl sends by --data-binary: the bytes of a file, under the type of a form. */
const postAsCurl = (request: APIRequestContext, url: string) =>
  request.post(url, {
    data: readFileSync(join(import.meta.dirname, '../fixtures/requirements/pip-compile.txt')),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

test('every command of the API page works as shown', async ({ page, request }) => {
  await page.goto('/api/');
  const commands = await page.locator('figure code').allInnerTexts();
  expect(commands.length).toBeGreaterThan(4);
  for (const command of commands) {
    const [, url = ''] = /'(http[^']+)'/.exec(command) ?? [];
    const file = /--data-binary @(\S+)/.exec(command)?.[1];
    const answer = file === undefined ? await request.get(url) : await postAsCurl(request, url);
    expect(answer.status(), command).toBe(200);
    expect(answer.headers()['content-type'], command).toBe('application/json');
  }
});

test('a client over the rate limit of the API can still read pages', async ({ request }) => {
  const database = join(process.env['PACKGRID_TEST_FOLDER'] ?? '', 'packgrid.sqlite');
  await withServer(
    database,
    async (port) => {
      const ask = (path: string) => request.get(`http://localhost:${port}${path}`);
      for (const left of [2, 1, 0]) {
        const { status, headers } = await read(ask('/api/v4/categories/'));
        expect(status).toBe(200);
        expect(headers['ratelimit']).toMatch(new RegExp(`^"minute";r=${left};t=`));
      }
      const { status, headers, body } = await read(ask('/api/v4/categories/'));
      expect([status, body]).toEqual([429, '{"detail":"Request was throttled."}']);
      expect(headers['retry-after']).toMatch(/^\d+$/);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect((await ask('/api/')).status()).toBe(200);
      expect((await ask('/terms/')).status()).toBe(200);
    },
    { RATE_LIMIT: '3', WORKERS: '1' },
  );
});

async function read(asked: Promise<APIResponse>) {
  const response = await asked;
  return {
    status: response.status(),
    headers: response.headers(),
    body: await response.text(),
  };
}
