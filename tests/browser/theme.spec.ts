import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Whether the page is dark: its colours are light-dark() pairs. */
const isDark = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark');

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** The media queries of the light and the dark colour of the browser's bars. */
const barsOf = (page: Page) =>
  page
    .locator('meta[name=theme-color]')
    .evaluateAll((metas) => metas.map((it) => it.getAttribute('media')));

const headerTheme = (page: Page) => page.locator('nav > ul').getByLabel('Theme');

test.afterEach(({ page }) =>
  page.evaluate(() => {
    localStorage.clear();
  }),
);

test('a theme is chosen in the header, and kept on every page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/packages/');
  const light = await backgroundOf(page);
  await expect(headerTheme(page)).toHaveValue('system');
  await headerTheme(page).selectOption('Dark');
  expect(await isDark(page)).toBe(true);
  expect(await backgroundOf(page)).not.toBe(light);
  expect(await barsOf(page)).toEqual(['not all', 'all']);

  for (const path of ['/', '/no/such/page/', '/packages/p/celery/']) {
    await page.goto(path);
    expect(await isDark(page), path).toBe(true);
    await expect(headerTheme(page)).toHaveValue('dark');
  }
  await headerTheme(page).selectOption('System');
  expect(await backgroundOf(page)).toBe(light);
  expect(await barsOf(page)).toEqual([
    '(prefers-color-scheme: light)',
    '(prefers-color-scheme: dark)',
  ]);
});

test('the theme is applied before the script of the page runs', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark');
  });
  await page.route('**/enhance.js', (route) => route.abort());
  await page.goto('/grids/');
  expect(await isDark(page)).toBe(true);
});

test('another tab follows at once', async ({ page, context }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/');
  const other = await context.newPage();
  await other.setViewportSize({ width: 1280, height: 720 });
  await other.goto('/grids/');
  await headerTheme(page).selectOption('Light');
  await expect(headerTheme(other)).toHaveValue('light');
  await other.close();
});

test('on a phone the theme is in the menu, by keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/packages/');
  await page.getByText('Menu', { exact: true }).click();
  const theme = page.locator('nav details').getByLabel('Theme');
  await theme.focus();
  await page.keyboard.press('d');
  expect(await isDark(page)).toBe(true);
});

test('anything else in the storage means the system', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/');
  await page.evaluate(() => {
    localStorage.setItem('theme', '"><b>');
  });
  await page.goto('/grids/');
  await expect(headerTheme(page)).toHaveValue('system');
  expect(await isDark(page)).toBe(false);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the system decides, and there is no theme menu', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    await expect(page.locator('theme-switch')).toHaveCount(2);
    for (const it of await page.locator('theme-switch').all()) await expect(it).toBeHidden();
  });
});
