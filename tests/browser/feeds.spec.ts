import { atomFaults, jsonFeedFaults, rssFaults } from '@/tests/tools/feed-rules';
import { expect, test } from './fixtures';
import { readDocument } from './read-document';
import { askFor, readHead } from './read-head';

const rules = {
  'application/rss+xml': rssFaults,
  'application/atom+xml': atomFaults,
  'application/feed+json': jsonFeedFaults,
} as const;

const isKnown = (type: string): type is keyof typeof rules => type in rules;

for (const [path, count] of [
  ['/', 6],
  ['/packages/latest/', 6],
  ['/categories/apps/', 3],
  ['/grids/g/websockets/', 3],
  ['/packages/p/celery/', 3],
  ['/feeds/', 6],
  ['/changelog/', 3],
  ['/history/', 3],
  ['/grids/g/websockets/history/', 3],
  ['/packages/p/celery/history/', 3],
] as const) {
  test(`feed readers discover the feeds of ${path}, which are valid`, async ({ request }) => {
    const { feeds } = await readHead(request, path);
    expect(feeds).toHaveLength(count);
    for (const { type, href, title } of feeds) {
      expect(title).not.toBe('');
      const { status, text, headers } = await askFor(request, href);
      expect([status, headers['content-type']?.split(';')[0]], href).toEqual([200, type]);
      expect(isKnown(type) ? rules[type](text, href) : ['unknown'], href).toEqual([]);
    }
  });
}

test('pages link their feeds visibly', async ({ page }) => {
  for (const path of ['/categories/apps/', '/grids/g/websockets/', '/packages/p/celery/']) {
    await page.goto(path);
    if (path.startsWith('/grids/')) await page.getByText('Share and export').click();
    for (const name of ['RSS', 'Atom', 'JSON Feed'])
      await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('contentinfo').getByRole('link', { name: 'Feeds' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
});

test('every feed that the page of feeds links exists', async ({ request }) => {
  const { document } = await readDocument(request, '/feeds/');
  const links = [...document.querySelectorAll('main a[type]')];
  const hrefs = links.map((it) => it.getAttribute('href') ?? '');
  expect(hrefs).toHaveLength(27);
  for (const href of hrefs) expect((await askFor(request, href)).status, href).toBe(200);
});
