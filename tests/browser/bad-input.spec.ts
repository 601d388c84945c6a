import { expect, test } from './fixtures';
import { elementIn, readDocument } from './read-document';

const long = 'x'.repeat(10_240);

test.describe('an invalid query gives a normal page', () => {
  const queries = [
    'page=999',
    'page=x',
    'page=-1',
    'page=1e9',
    'page=1&page=2',
    'sort=nope',
    'sort=__proto__',
    'sort=-repo_watchers&sort=title',
    'category=nope',
    'django=nope&python=%00&licence=%3Cb%3E',
    'host=a%20b&released=x&status=99&maintained=2',
    `licence=${long}`,
    'grid=nope&grid=7',
    'grid=none&page=999',
    'says=maybe',
    'says=no&says=yes&page=999',
    `q=${long}`,
    'q=%00',
    'q=%25_%5C',
    'q=%F0%9F%90%99',
    'q=%E0%A4%A',
    "q='%20or%201=1--",
    'q=%3Cscript%3Ealert(1)%3C/script%3E',
  ];
  for (const path of [
    '/packages/',
    '/grids/',
    '/categories/apps/',
    '/packages/latest/',
    '/packages/liked/',
    '/packages/trending/',
    '/readiness/',
    '/readiness/django/5.2/',
    '/open/',
    '/grids/g/websockets/packages/',
    '/search/',
  ]) {
    for (const query of queries) {
      test(`${path}?${query.slice(0, 40)}`, async ({ request }) => {
        const response = await request.get(`${path}?${query}`);
        expect(response.status()).toBe(200);
        const html = await response.text();
        expect(html.match(/<h1[ >]/g)).toHaveLength(1);
        expect(html).toMatch(/<\/html>\s*$/);
      });
    }
  }
});

test('one invalid parameter does not affect the others', async ({ page }) => {
  await page.goto('/packages/?q=task&sort=nope&page=x');
  await expect(page.getByLabel('Search these packages')).toHaveValue('task');
  await expect(page.getByLabel('Sort by')).toHaveValue('');
  await expect(page.getByRole('rowheader', { name: /^Celery Distributed/ })).toBeVisible();
});

test('a page number past the end shows the last page and says so', async ({ page }) => {
  await page.goto('/packages/?page=999');
  await expect(page.locator('main').getByRole('status')).toContainText('181–185 of 185 packages');
  await expect(page.locator('main').getByRole('status')).toContainText('there is no page 999');
});

test('a search that is too long is truncated, and the page says so', async ({ page }) => {
  await page.goto(`/packages/?q=${long}`);
  await expect(page.getByLabel('Search these packages')).toHaveValue('x'.repeat(200));
  await expect(page.getByText('Searches are limited to 200 characters')).toBeVisible();
});

test('user input is shown as text, never as markup', async ({ page }) => {
  await page.goto('/grids/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
  await expect(page.locator('main input[name=q]')).toHaveValue('<img src=x onerror=alert(1)>');
  expect(await page.locator('main img').count()).toBe(0);
  await page.goto('/grids/?q=%3Cqzxv%3E');
  await expect(page.locator('main').getByText('<qzxv>')).toBeVisible();
  expect(await page.locator('main qzxv').count()).toBe(0);

  for (const path of ['/packages/', '/search/']) {
    await page.goto(`${path}?q=%3Cimg%20src%3Dx%3E&licence=%3Cimg%20src%3Dx%3E`);
    await expect(page.locator('main input[name=q]').first()).toHaveValue('<img src=x>');
    await expect(page.getByText('Licence: <img src=x>')).toBeVisible();
    expect(await page.locator('main img').count()).toBe(0);
  }
});

test('unknown URLs are a 404 with a search form', async ({ request }) => {
  for (const path of [
    '/packages/p/nope/',
    '/packages/p/%00/',
    '/packages/p/%F0%9F%90%99/',
    `/packages/p/${'x'.repeat(2000)}/`,
    '/grids/g/nope/',
    '/grids/g/nope/packages/',
    '/grids/g/%00/packages/',
    '/categories/nope/',
    '/readiness/wagtail/5.2/',
    '/readiness/django/99.0/',
    '/readiness/django/3.14/',
    '/readiness/django/%00/',
    '/readiness/django/',
    '/nope/',
    '/a.b',
  ]) {
    const { status, document } = await readDocument(request, path);
    expect(status, path).toBe(404);
    expect(elementIn(document, 'h1').textContent, path).toBe('Page not found');
    elementIn(document, 'main form[role=search]:has(search-suggestions) input[name=q]');
  }
});

test('a path that can’t be decoded is a 400, not a 500', async ({ request }) => {
  const page = await request.get('/packages/p/%E0%A4%A/');
  expect(page.status()).toBe(400);
  const api = await request.get('/api/v4/packages/%ff/');
  expect(api.status()).toBe(400);
  expect(await api.json()).toEqual({
    detail: 'The URL path is not percent-encoded UTF-8.',
  });
});

test('a missing trailing slash redirects (301) and keeps the query', async ({ request }) => {
  const response = await request.get('/packages?q=a&sort=title', { maxRedirects: 0 });
  expect(response.status()).toBe(301);
  expect(response.headers()['location']).toBe('/packages/?q=a&sort=title');
});
