import { expect, test } from './fixtures';

const markdown = (origin: string) =>
  `[![Celery on Packgrid](${origin}/badges/celery.svg)](${origin}/packages/p/celery/)`;

test('the snippet of a package’s badge can be copied for a README', async ({
  page,
  context,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/packages/p/celery/');
  await page.getByText('README badge').click();
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(markdown(origin));
});

test('the badges are rendered', async ({ page }) => {
  await page.goto('/packages/p/celery/');
  await page.getByText('README badge').click();
  const images = page.getByRole('img', { name: /^Badge: / });
  await expect(images).toHaveCount(4);
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((it) => (it instanceof HTMLImageElement ? it.naturalWidth : 0)))
      .toBeGreaterThan(60);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the snippet of the badge can be read and selected', async ({ page, baseURL }) => {
    const origin = baseURL ?? '';
    await page.goto('/packages/p/celery/');
    await page.getByText('README badge').click();
    await expect(page.getByRole('region', { name: 'Markdown' })).toHaveText(markdown(origin));
    await expect(page.getByRole('region', { name: 'reStructuredText' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'HTML' })).toBeVisible();
  });
});
