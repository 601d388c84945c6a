import type { Page } from '@playwright/test';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { elementIn, readDocument } from './read-document';

const isActive = ({ status }: (typeof catalogue.packages)[number]) =>
  status === null || !(status.deprecated || status.archived);
const active = catalogue.packages.filter(isActive);
const inGrids = new Set(catalogue.grids.flatMap((grid) => grid.packages));

const TICKS = 'main tbody input[name=package]';
const ticks = (page: Page) => page.locator(TICKS);
const slugsOf = (page: Page) =>
  ticks(page).evaluateAll((all) => all.map((it) => it.getAttribute('value') ?? ''));

/** Waits for the request of a comparison, and returns its packages. */
async function comparedBy(page: Page, act: () => Promise<void>): Promise<string[]> {
  const asked = page.waitForRequest((it) => new URL(it.url()).pathname === '/compare/');
  await act();
  const request = await asked;
  await page.waitForURL('/compare/**');
  expect(request.method()).toBe('GET');
  const { searchParams } = new URL(request.url());
  expect(new Set(searchParams.keys())).toEqual(new Set(['package']));
  return searchParams.getAll('package');
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of [
    '/packages/?sort=title&page=2',
    '/categories/apps/?q=admin',
    '/search/?q=queue',
    '/packages/latest/',
    '/grids/g/websockets/packages/',
  ]) {
    test(`packages selected on ${path} are compared`, async ({ page }) => {
      await page.goto(path);
      const slugs = await slugsOf(page);
      const links = await page.locator('main tbody th > a[href^="/packages/p/"]').all();
      const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(hrefs).toEqual(slugs.map((slug) => `/packages/p/${slug}/`));

      await ticks(page).nth(3).check();
      await ticks(page).nth(1).check();
      const compared = await comparedBy(page, () =>
        page.getByRole('button', { name: 'Compare selected packages' }).click(),
      );
      expect(compared).toEqual([slugs[1], slugs[3]]);
    });
  }

  test('selected alternatives are compared with the package of the page', async ({ page }) => {
    await page.goto('/packages/p/celery/');
    await page.getByRole('checkbox', { name: 'Select huey' }).check();
    const compared = await comparedBy(page, () =>
      page.getByRole('button', { name: 'Compare selected packages with Celery' }).click(),
    );
    expect([...compared].sort()).toEqual(['celery', 'huey']);
  });

  test('a package can be selected and compared with the keyboard alone', async ({ page }) => {
    await page.goto('/packages/');
    const slugs = await slugsOf(page);
    await page.getByRole('columnheader', { name: 'Last commit' }).getByRole('link').focus();
    await page.keyboard.press('Tab');
    await expect(ticks(page).first()).toBeFocused();
    await page.keyboard.press('Space');
    await expect(ticks(page).first()).toBeChecked();
    const compared = await comparedBy(page, () => page.keyboard.press('Enter'));
    expect(compared).toEqual(slugs.slice(0, 1));
  });

  test('the button sticks to the edge of the window while a package is selected', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await page.goto('/packages/');
    const button = page.getByRole('button', { name: 'Compare selected packages' });
    await expect(button).not.toBeInViewport();
    await ticks(page).first().check();
    await expect(button).toBeInViewport();
    await ticks(page).first().uncheck();
    await expect(button).not.toBeInViewport();
  });

  test('the sticky button never covers the focused element', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await page.goto('/packages/');
    await ticks(page).first().check();
    const button = page.getByRole('button', { name: 'Compare selected packages' });
    for (let step = 0; step < 24; step++) {
      await page.keyboard.press('Tab');
      const focused = await page.locator(':focus').boundingBox();
      const bar = await button.boundingBox();
      const bottom = (focused?.y ?? 700) + (focused?.height ?? 0);
      expect(bottom).toBeLessThanOrEqual(bar?.y ?? 0);
    }
  });

  test('a checkbox has a target size of at least 24 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/packages/');
    const target = await ticks(page).nth(2).locator('..').boundingBox();
    expect(target?.width).toBeGreaterThanOrEqual(24);
    expect(target?.height).toBeGreaterThanOrEqual(24);
    // Clicked at its edge, away from the visible box.
    await ticks(page)
      .nth(2)
      .locator('..')
      .click({ position: { x: 2, y: 2 } });
    await expect(ticks(page).nth(2)).toBeChecked();
  });

  test('the header of a row is the package, not its checkbox', async ({ page }) => {
    await page.goto('/packages/');
    await expect(page.getByRole('rowheader', { name: /^Celery / })).toBeVisible();
    expect(await page.locator('th input').count()).toBe(0);
  });

  test('a package page links comparisons with its closest alternatives', async ({ page }) => {
    await page.goto('/packages/p/celery/');
    const grids = catalogue.grids.filter((it) => it.packages.includes('celery'));
    const links = page.getByRole('link', { name: /^Compare these four: Celery, / });
    await expect(links).toHaveCount(grids.length + 1);
    for (const link of await links.all()) {
      const href = (await link.getAttribute('href')) ?? '';
      const slugs = href.replace(/^\/compare\/|\/$/g, '').split(',');
      expect(slugs).toHaveLength(4);
      expect(slugs).toContain('celery');
      expect(slugs).toEqual([...slugs].sort());
    }
  });

  for (const grid of catalogue.grids) {
    test(`the list of ${grid.slug} has exactly its active packages`, async ({ request }) => {
      const expected = active.filter(({ slug }) => grid.packages.includes(slug));
      const seen: string[] = [];
      for (let number = 1; number <= Math.ceil(expected.length / 20); number++) {
        const path = `/grids/g/${grid.slug}/packages/?page=${number}&sort=title`;
        const { document } = await readDocument(request, path);
        const boxes = [...document.querySelectorAll('tbody input[name=package]')];
        seen.push(...boxes.map((it) => it.getAttribute('value') ?? ''));
      }
      expect([...seen].sort()).toEqual(expected.map(({ slug }) => slug).sort());
    });
  }

  test('the list of a grid can be searched, sorted and left by links and a form', async ({
    page,
  }) => {
    const path = '/grids/g/workers-queues-tasks/packages/';
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Workers, Queues, and Tasks: packages',
    );
    await expect(page.getByRole('link', { name: 'Timeline' })).toHaveAttribute(
      'href',
      '/grids/g/workers-queues-tasks/timesheet/',
    );
    await page.getByRole('columnheader', { name: 'Package' }).getByRole('link').click();
    await expect(page).toHaveURL(`${path}?sort=title`);
    await page.getByLabel('Search these packages').fill('celery');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(`${path}?q=celery&sort=title`);
    await page.locator('.facets').getByRole('link', { name: 'App', exact: true }).click();
    await expect(page).toHaveURL(`${path}?q=celery&category=apps&sort=title`);
    const titles = await page.locator('tbody th > a').allInnerTexts();
    expect(titles).toEqual(titles.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(await slugsOf(page)).toEqual(
      expect.arrayContaining(['django-celery', 'django-celery-beat', 'django-celery-results']),
    );

    await page.getByRole('link', { name: 'Table', exact: true }).click();
    await expect(page).toHaveURL('/grids/g/workers-queues-tasks/');
  });

  test('related comparisons share packages with the grid', async ({ page }) => {
    const grid = catalogue.grids.find(({ slug }) => slug === 'workers-queues-tasks');
    await page.goto('/grids/g/workers-queues-tasks/packages/');
    const items = page.getByRole('region', { name: 'Related comparisons' }).getByRole('listitem');
    const shared = catalogue.grids
      .filter((it) => it !== grid)
      .map(({ title, packages }) => ({
        title,
        count: packages.filter((slug) => grid?.packages.includes(slug)).length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    expect(shared.length).toBeGreaterThan(0);
    await expect(items).toContainText(
      shared
        .slice(0, 6)
        .map(({ title, count }) => new RegExp(`^${title}${count} packages? in common: `)),
    );
  });

  test('grid=none counts the packages that are in no grid', async ({ request }) => {
    const places = [
      { path: '/packages/', those: active },
      ...catalogue.categories.map(({ slug }) => ({
        path: `/categories/${slug}/`,
        those: active.filter(({ category }) => category === slug),
      })),
    ];
    for (const { path, those } of places) {
      const { length } = those.filter(({ slug }) => !inGrids.has(slug));
      const all = await readDocument(request, path);
      const links = [...all.document.querySelectorAll('main a')].map((it) => it.textContent);
      expect(links.filter((it) => it.endsWith('not in any grid'))).toEqual(
        length > 0 ? [`${length} not in any grid`] : [],
      );

      const { document } = await readDocument(request, `${path}?grid=none`);
      expect(document.querySelectorAll(TICKS)).toHaveLength(Math.min(length, 20));
      const back = elementIn(document, 'a[aria-label="Remove Grid: in no grid"]');
      expect(back.getAttribute('href')).toBe(path);
    }
  });

  test('grid=none is combined with search terms and sort order', async ({ page }) => {
    await page.goto('/packages/?grid=none&q=a&sort=title');
    await page.getByLabel('Search these packages').fill('e');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL('/packages/?q=e&sort=title&grid=none');
    await page.getByRole('link', { name: 'Remove Grid: in no grid' }).click();
    await expect(page).toHaveURL('/packages/?q=e&sort=title');
  });
});
