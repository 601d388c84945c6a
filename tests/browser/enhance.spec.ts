import type { Page } from '@playwright/test';
import { pages } from './catalogue';
import { expect, test } from './fixtures';
import { readDocument } from './read-document';

test('every page loads the script once, without blocking', async ({ request }) => {
  for (const path of pages) {
    const { document } = await readDocument(request, path);
    const scripts = [...document.querySelectorAll('script[src*="enhance"]')];
    expect(
      scripts.map((it) => it.getAttribute('defer')),
      path,
    ).toEqual(['']);
    expect(document.querySelectorAll('compare-tray'), path).toHaveLength(1);
  }
});

test('the document has a single script element', async ({ request }) => {
  const html = await (await request.get('/packages/p/celery/')).text();
  expect(html.match(/<script[^>]*enhance\.js[^>]*>/g)).toEqual([
    '<script defer="" src="/enhance.js">',
  ]);
});

/** Collapsed elements have no position that could shift. */
const VISIBLE =
  ':is(header, main, footer) :not(copy-text *, search-shortcut *, theme-switch *, details:not([open]) > :not(summary), details:not([open]) > :not(summary) *)';

const boxes = (page: Page) =>
  page.locator(VISIBLE).evaluateAll((elements) =>
    elements.map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return `${it.tagName} ${[x, y, width, height].map(Math.round).join(' ')}`;
    }),
  );

for (const width of [390, 1440]) {
  test(`the script shifts no layout, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['/packages/p/celery/', '/grids/g/workers-queues-tasks/', '/compare/']) {
      await page.route('**/enhance.js', (route) => route.abort());
      await page.goto(path);
      const before = await boxes(page);

      await page.unroute('**/enhance.js');
      await page.evaluate(() => {
        sessionStorage.setItem('ticked-packages', '[{"slug":"huey","title":"Huey"}]');
      });
      await page.goto(path);
      await expect(page.getByRole('region', { name: 'Selected packages' })).toBeVisible();
      expect(await boxes(page), path).toEqual(before);
      await page.evaluate(() => {
        sessionStorage.clear();
      });
    }
  });
}

test('pressing slash focuses the search, except in a field', async ({ page }) => {
  await page.goto('/packages/');
  const search = page.getByRole('combobox', { name: 'Search packages and grids' });
  await page.keyboard.press('Control+/');
  await expect(search).not.toBeFocused();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('');
  await page.keyboard.type('a/b');
  await expect(search).toHaveValue('a/b');

  const words = page.getByLabel('Search these packages');
  await words.fill('');
  await words.press('/');
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('/');
});

test('pressing slash focuses the search of the page if the header has none', async ({ page }) => {
  await page.goto('/search/?q=queue');
  await page.keyboard.press('/');
  await expect(page.locator('main').getByRole('combobox')).toBeFocused();
});

test('the slash shortcut can be turned off permanently in the footer of every page', async ({
  page,
  context,
}) => {
  await page.goto('/packages/');
  const search = page.getByRole('combobox', { name: 'Search packages and grids' });
  const box = page.getByRole('contentinfo').getByRole('checkbox', { name: 'Press / to search' });
  await expect(box).toBeChecked();
  await box.press('Space');
  await page.keyboard.press('/');
  await expect(box).toBeFocused();

  const other = await context.newPage();
  await other.goto('/grids/');
  const itsBox = other.getByRole('checkbox', { name: 'Press / to search' });
  await expect(itsBox).not.toBeChecked();
  await other.keyboard.press('/');
  await expect(
    other.getByRole('searchbox').or(other.getByRole('combobox')).first(),
  ).not.toBeFocused();
  await itsBox.check();
  await other.close();

  // The first page applies what was chosen on the other.
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
});

test('the script shifts no layout when it adds the shortcut setting', async ({ page }) => {
  await page.goto('/no/such/page/');
  const place = page.locator('search-shortcut');
  await expect(place.getByRole('checkbox')).toBeVisible();
  const { height } = (await place.boundingBox()) ?? { height: 0 };
  expect(height).toBe(24);
  await place.evaluate((it) => {
    it.replaceChildren();
  });
  expect((await place.boundingBox())?.height).toBe(24);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no shortcut and no setting for it', async ({ page }) => {
    await page.goto('/packages/');
    await expect(page.locator('search-shortcut')).toBeHidden();
  });
});

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the install command of each tool is copied, and the page confirms it', async ({ page }) => {
    await page.goto('/packages/p/celery/');
    for (const [tool, command] of [
      ['pip', 'pip install celery'],
      ['uv', 'uv add celery'],
      ['Poetry', 'poetry add celery'],
    ] as const) {
      const button = page.getByRole('button', { name: `Copy ${tool} command` });
      await button.click();
      await expect(page.locator('copy-text', { has: button }).getByRole('status')).toHaveText(
        'Copied',
      );
      expect(await clipboard(page)).toBe(command);
    }
  });

  test('a table is copied as Markdown', async ({ page, request }) => {
    await page.goto('/grids/g/websockets/?sort=title');
    await page.getByText('Share and export').click();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.locator('copy-text').first().getByRole('status')).toHaveText('Copied');
    const file = await request.get('/grids/g/websockets/table.md?sort=title');
    expect(await clipboard(page)).toBe(await file.text());
  });

  test('a missing file is not copied', async ({ page }) => {
    await page.goto('/grids/g/websockets/');
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page
      .locator('copy-text')
      .first()
      .evaluate((it) => {
        it.dataset['src'] = '/about/';
      });
    await page.route('**/about/', (route) => route.abort());
    await page.getByText('Share and export').click();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.locator('copy-text').first().getByRole('status')).toHaveText(
      'Could not copy',
    );
    expect(await clipboard(page)).toBe('before');
  });
});

test('a failure to write to the clipboard is reported', async ({ page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto('/packages/p/celery/');
  const button = page.getByRole('button', { name: 'Copy pip command' });
  await button.click();
  await expect(page.locator('copy-text', { has: button }).getByRole('status')).toHaveText(
    'Could not copy',
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no copy button and no tray', async ({ page }) => {
    await page.goto('/packages/p/celery/');
    for (const button of await page.locator('copy-text').all()) await expect(button).toBeHidden();
    await expect(page.locator('compare-tray')).toBeHidden();
  });
});
