import type { Page } from '@playwright/test';
import { pages, templates } from './catalogue';
import { expect, test } from './fixtures';
import { elementIn, readDocument } from './read-document';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of pages) {
    test(`${path} is a complete page`, async ({ request }) => {
      const { status, document } = await readDocument(request, path);
      expect(status).toBe(path.includes('no') && path.includes('such') ? 404 : 200);
      expect(document.querySelectorAll('h1')).toHaveLength(1);
      expect(elementIn(document, 'h1').textContent).not.toBe('');
      elementIn(document, 'nav[aria-label=Site] a[href]');
      expect(document.documentElement.lang).toBe('en');
      expect(document.title).toMatch(/Packgrid/);
    });
  }

  test('a search from the home page finds packages and grids', async ({ page }) => {
    await page.goto('/');
    await page.locator('main').getByRole('searchbox').fill('queue');
    await page.locator('main').getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL('/search/?q=queue');
    const grids = page.getByRole('list', { name: 'Comparisons' });
    await expect(grids.getByRole('link', { name: 'Workers, Queues, and Tasks' })).toBeVisible();
    const packages = page.getByRole('table', { name: 'Packages' });
    await expect(packages.getByRole('link', { name: 'Django Q', exact: true })).toBeVisible();
  });

  test('the package list can be searched, sorted and paged by links and a form', async ({
    page,
  }) => {
    await page.goto('/packages/');
    await page.getByRole('link', { name: 'Page 2' }).click();
    await expect(page).toHaveURL('/packages/?page=2');
    await expect(page.getByRole('status')).toHaveText('21–40 of 185 packages');

    await page.getByRole('columnheader', { name: 'Package' }).getByRole('link').click();
    await expect(page).toHaveURL('/packages/?sort=title');
    await expect(page.getByRole('columnheader', { name: 'Package' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );

    await page.getByLabel('Search these packages').fill('task queue');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL('/packages/?q=task+queue&sort=title');
    await expect(page.getByRole('rowheader', { name: /^Celery Distributed/ })).toBeVisible();
  });

  test('the pages of a list neither overlap nor skip a package', async ({ page }) => {
    const seen: string[] = [];
    for (let number = 1; number <= 10; number++) {
      await page.goto(`/packages/?sort=repo_watchers&page=${number}`);
      const hrefs = page.locator('tbody th a');
      seen.push(
        ...(await hrefs.evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))),
      );
    }
    expect(seen).toHaveLength(185);
    expect(new Set(seen).size).toBe(185);
  });
});

/** The text of a page without copy buttons, the tray, the search shortcut and the theme menu, which need scripts. */
function wordsOf(page: Page) {
  return page.evaluate(() => {
    for (const it of document.querySelectorAll(
      // With scripts a change applies at once, without the button.
      'copy-text, compare-tray, search-shortcut, theme-switch, [data-apply] > span',
    ))
      it.setAttribute('hidden', '');
    return document.body.innerText;
  });
}

test('a page has the same text with and without scripts', async ({ page, browser, baseURL }) => {
  // Each page twice.
  test.slow();
  const bare = await browser.newPage({ javaScriptEnabled: false });
  for (const path of templates) {
    await page.goto(path);
    await bare.goto(`${baseURL ?? ''}${path}`);
    expect(await wordsOf(page), path).toBe(await wordsOf(bare));
    // Packages selected on one page would be selected on the next.
    await page.evaluate(() => {
      sessionStorage.clear();
    });
  }
  await bare.close();
});

test('a deprecated package’s page names its replacement', async ({ page }) => {
  await page.goto('/packages/p/django-private-chat/');
  await expect(page.getByText('Deprecated. Replaced by')).toBeVisible();
  await page.getByRole('link', { name: 'django-private-chat2' }).first().click();
  await expect(page).toHaveURL('/packages/p/django_private_chat2/');
  await expect(page.getByText('Replaces django-private-chat.')).toBeVisible();
});

test('the activity chart has a summary and its numbers in a table', async ({ page }) => {
  await page.goto('/packages/p/ralph/');
  const sentence = '141 commits in the year to 26 May 2026, active in 25 weeks, peak 20 a week.';
  await expect(page.getByRole('img', { name: sentence })).toBeVisible();
  await page.getByText('Commits by week').click();
  await expect(page.getByRole('row', { name: '26 May 2026 0' })).toBeVisible();
});

test('the skip link goes to the content', async ({ page }) => {
  await page.goto('/packages/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
