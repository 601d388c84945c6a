import { expect, test } from './fixtures';

const POINT = 4 / 3;

/** The whole table, not the two packages that phones show. */
const TABLE = 'table:not(.pair *)';

/** A comparison in each layout, and a list. */
const printed = ['/grids/g/authentication/', '/grids/g/cms/', '/embed/grids/chat/', '/packages/'];

test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

for (const path of printed) {
  test(`${path} is printed in at least 8 points, with its heads on each page`, async ({ page }) => {
    await page.goto(path);
    const { sizes, heads } = await page.locator(TABLE).evaluate((table) => ({
      sizes: [...table.querySelectorAll<HTMLElement>('th, td, small, a')].map((it) =>
        parseFloat(getComputedStyle(it).fontSize),
      ),
      heads: getComputedStyle(table.querySelector('thead') ?? table).display,
    }));
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8 * POINT - 0.01);
    expect(heads).toBe('table-header-group');
  });

  test(`${path} is printed without controls and without URLs in its table`, async ({ page }) => {
    await page.goto(path);
    const controls = page.locator('input, select, button, summary:not(.more *)');
    await expect(controls.filter({ visible: true })).toHaveCount(0);
    const urls = await page
      .locator('td a, th a')
      .evaluateAll((links) =>
        links.filter((link) => getComputedStyle(link, '::after').content.includes('http')),
      );
    expect(urls).toEqual([]);
  });
}

test('a comparison of 15 packages is printed as wide as the paper', async ({ page }) => {
  // A4 across, less the margins of the style sheet.
  await page.setViewportSize({ width: Math.floor((297 - 16) * (96 / 25.4)), height: 700 });
  await page.goto('/grids/g/authentication/');
  const spare = await page
    .locator(TABLE)
    .evaluate((table) => document.documentElement.clientWidth - table.scrollWidth);
  expect(spare).toBeGreaterThanOrEqual(0);
});

test('the links of a package are printed with their URLs', async ({ page }) => {
  await page.goto('/packages/p/celery/');
  const link = page.getByRole('link', { name: 'Repository on GitHub' });
  const after = await link.evaluate((it) => getComputedStyle(it, '::after').content);
  expect(after).toContain('github.com/celery/celery');
});
