import { pages } from './catalogue';
import { expect, test } from './fixtures';

test('every page loads the script once, and waits for none', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    const scripts = page.locator('script[src*="enhance"]');
    await expect(scripts, path).toHaveCount(1);
    await expect(scripts, path).toHaveAttribute('async', '');
  }
});

test('the document names the script in one element', async ({ request }) => {
  const html = await (await request.get('/packages/p/celery/')).text();
  expect(html.match(/<script[^>]*enhance\.js[^>]*>/g)).toEqual([
    '<script async="" src="/enhance.js">',
  ]);
});

test('a slash leads to the search, unless it is typed in a field', async ({ page }) => {
  await page.goto('/packages/');
  const search = page.getByRole('searchbox', { name: 'Search packages and grids' });
  await page.keyboard.press('Control+/');
  await expect(search).not.toBeFocused();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('');
  await page.keyboard.type('a/b');
  await expect(search).toHaveValue('a/b');

  const words = page.getByLabel('Words in name or description');
  await words.fill('');
  await words.press('/');
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('/');
});

test('a slash leads to the search in the page where the header has none', async ({ page }) => {
  await page.goto('/search/?q=queue');
  await page.keyboard.press('/');
  await expect(page.locator('main').getByRole('searchbox')).toBeFocused();
});
