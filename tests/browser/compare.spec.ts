import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { compareLink, MOST_COMPARED } from '@/lib/comparison/selection';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { readTable } from './read-comparison';

test.use({ javaScriptEnabled: false });

const GRID = '/grids/g/workers-queues-tasks/';
const titleOf = (slug: string) => catalogue.packages.find((it) => it.slug === slug)?.title ?? '';

/** The statuses of all documents loaded until the page stops navigating. */
function followDocuments(page: Page) {
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') statuses.push(response.status());
  });
  return statuses;
}

/** Of a completely loaded page: its URL changes before its last rows arrive. */
async function slugsShown(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return (await readTable(page)).packages.map(({ slug }) => slug);
}

test('packages selected in a grid are compared at their canonical URL', async ({ page }) => {
  await page.goto(`${GRID}?sort=title&maintained=1`);
  const table = page.locator('.whole');
  for (const slug of ['huey', 'celery']) {
    await table.getByLabel(`Select ${titleOf(slug)}`, { exact: true }).check();
  }
  const statuses = followDocuments(page);
  await page.getByRole('button', { name: 'Compare selected' }).click();
  await expect(page).toHaveURL('/compare/celery,huey/?sort=title&maintained=1');
  expect(statuses).toEqual([301, 200]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Celery and huey side by side');
  expect(await slugsShown(page)).toEqual(['celery', 'huey']);
});

test('selected packages can be moved to the front of their grid, and back', async ({ page }) => {
  await page.goto(GRID);
  const usual = await slugsShown(page);
  const chosen = usual.slice(4, 6);
  for (const slug of chosen) await page.locator(`.whole input[value="${slug}"]`).check();
  await page.getByRole('button', { name: 'Move selected to front' }).click();
  await expect(page).toHaveURL(/package=/);
  expect(await slugsShown(page)).toEqual([
    ...chosen,
    ...usual.filter((it) => !chosen.includes(it)),
  ]);

  for (const slug of chosen) {
    await page.getByRole('link', { name: `Move ${titleOf(slug)} back` }).click();
  }
  await expect(page).toHaveURL(GRID);
  expect(await slugsShown(page)).toEqual(usual);
});

test('every spelling of a set of packages redirects to its canonical URL by one 301', async ({
  request,
}) => {
  const state = '?sort=title&maintained=1';
  const spellings = [
    '/compare/huey,celery/',
    '/compare/celery,huey,celery/',
    '/compare/celery,,huey/',
    '/compare/celery%2Chuey/',
    '/compare/huey%2Ccelery/',
    '/compare/celery,%20huey/',
  ];
  for (const path of spellings) {
    const answer = await request.get(path + state, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(301);
    expect.soft(answer.headers()['location'], path).toBe(`/compare/celery,huey/${state}`);
  }
  for (const path of ['/compare/?package=huey&package=celery', '/compare/?package=huey%2Ccelery']) {
    const answer = await request.get(`${path}&${state.slice(1)}`, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(301);
    expect.soft(answer.headers()['location'], path).toBe(`/compare/celery,huey/${state}`);
  }
  const canonical = await request.get(`/compare/celery,huey/${state}`, { maxRedirects: 0 });
  expect(canonical.status()).toBe(200);
  expect(await canonical.text()).toMatch(
    /<link rel="canonical" href="[^"]*\/compare\/celery,huey\/"/,
  );
});

test('a former slug redirects to the current one', async ({ request }) => {
  const database = new Database(join(process.env['PACKGRID_TEST_FOLDER'] ?? '', 'packgrid.sqlite'));
  const oldSlug = `huey-as-it-was-${crypto.randomUUID()}`;
  try {
    database
      .prepare(
        `insert into slug_redirects (kind, old_slug, package_id, created_at)
         select 'package', ?, id, 0 from packages where slug = 'huey'`,
      )
      .run(oldSlug);
    for (const path of [`/compare/celery,${oldSlug}/`, `/compare/${oldSlug},celery,huey/`]) {
      const answer = await request.get(`${path}?diff=1`, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(301);
      expect(answer.headers()['location']).toBe('/compare/celery,huey/?diff=1');
    }
  } finally {
    database.prepare('delete from slug_redirects where old_slug = ?').run(oldSlug);
    database.close();
  }
});

test('unknown package names are reported and skipped', async ({ page }) => {
  const response = await page.goto('/compare/celery,huey,no-such,nor-this/');
  expect(response?.status()).toBe(200);
  const notice = page.getByText('We don’t have');
  await expect(notice).toContainText('no-such');
  await expect(notice).toContainText('nor-this');
  await expect(notice).toContainText('so they aren’t shown');
  expect(await slugsShown(page)).toEqual(['celery', 'huey']);
  await page.goto('/compare/celery,huey/');
  await expect(notice).toHaveCount(0);
});

test('fewer than two packages lead to a page to choose more', async ({ page }) => {
  for (const { path, ticked } of [
    { path: '/compare/', ticked: [] },
    { path: '/compare/?package=celery', ticked: ['celery'] },
    { path: '/compare/celery/', ticked: ['celery'] },
    { path: '/compare/no-such,nor-this/', ticked: [] },
    { path: '/compare/celery,no-such/', ticked: ['celery'] },
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose packages to compare');
    const checked = page.locator('main input:checked');
    expect(await checked.evaluateAll((all) => all.map((it) => it.getAttribute('value')))).toEqual(
      ticked,
    );
    expect(await page.locator('main input[type=checkbox]').count()).toBeGreaterThan(5);
    const isNamed = path.includes('no-such');
    await expect(page.getByText('We don’t have')).toHaveCount(isNamed ? 1 : 0);
  }
});

test('too many packages all stay selected, and the page states the limit', async ({ page }) => {
  const slugs = catalogue.packages.slice(0, MOST_COMPARED + 3).map(({ slug }) => slug);
  for (const path of [
    `/compare/${slugs.join(',')}/`,
    `/compare/?package=${slugs.join('&package=')}`,
  ]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByText('53 packages are selected')).toContainText('Remove 3 of them');
    const ticked = page.locator('main input:checked');
    const values = await ticked.evaluateAll((all) =>
      all.map((it) => it.getAttribute('value') ?? ''),
    );
    expect(values.sort()).toEqual(slugs.toSorted());
  }
  for (const slug of slugs.slice(0, 3)) await page.locator(`main input[value="${slug}"]`).uncheck();
  await page.getByRole('button', { name: 'Compare selected' }).click();
  await expect(page).toHaveURL(compareLink(slugs.slice(3)));
  expect((await slugsShown(page)).sort()).toEqual(slugs.slice(3).sort());
});

test('searching for more packages keeps the selected ones', async ({ page }) => {
  await page.goto('/compare/');
  const find = async (words: string, title: string) => {
    await page.getByLabel('Search packages', { exact: true }).fill(words);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.locator('main').getByRole('checkbox', { name: title }).first().check();
  };
  await find('celery', 'Celery');
  await find('a little task queue', titleOf('huey'));
  await find('no package has these words', 'Celery');
  await expect(page.getByText('No other package matches')).toBeVisible();
  await expect(page.locator('main input:checked')).toHaveCount(2);
  await page.getByRole('button', { name: 'Compare selected' }).click();
  await expect(page).toHaveURL('/compare/celery,huey/');
  expect((await slugsShown(page)).sort()).toEqual(['celery', 'huey']);

  await page.getByRole('link', { name: `Remove ${titleOf('huey')}` }).click();
  await expect(page.locator('main input:checked')).toHaveValue('celery');
});

const hostile = [
  'x'.repeat(10_240),
  ','.repeat(10_000),
  `celery,${'no-such,'.repeat(1000)}huey`,
  'celery,huey,celery,huey',
  'no-such',
  "' or 1=1--",
  'celery"; drop table packages; --',
  'celery,huey) union select 1,2,3--',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>,celery,huey',
  '"><svg onload=alert(1)>',
  'célery,hüey,中文',
  '🐙,🦀,celery',
  '\0',
  'celery\0,huey',
  '\u202e\ufeff',
  '../../etc/passwd',
  '__proto__,constructor,toString',
  '%',
  '{{7*7}}${7*7}',
  '-1',
  'celery\r\nSet-Cookie: a=b',
];

for (const place of ['path', 'package', 'find', 'more'] as const) {
  test(`no ${place} of a comparison causes a 500`, async ({ request }) => {
    for (const value of hostile) {
      // Encoded, so many commas would exceed Node's limit for a URL.
      const text = encodeURIComponent(value).replaceAll('%2C', ',');
      const path =
        place === 'path' ? `/compare/${text}/` : `/compare/?package=celery&${place}=${text}`;
      const response = await request.get(path);
      const html = await response.text();
      expect.soft([200, 404], path.slice(0, 80)).toContain(response.status());
      expect.soft(html, path.slice(0, 80)).toMatch(/<h1[ >]/);
      expect.soft(html.includes('<script>alert'), path.slice(0, 80)).toBe(false);
      expect.soft(/<(img|svg) (src=x|onload)/.test(html), path.slice(0, 80)).toBe(false);
      expect.soft(response.headers()['set-cookie'], path.slice(0, 80)).toBeUndefined();
    }
  });
}
