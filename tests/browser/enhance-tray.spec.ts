import type { Page } from '@playwright/test';
import { MOST_COMPARED } from '@/lib/comparison/selection';
import { findViolations } from './axe';
import { expect, test } from './fixtures';

const grid = '/grids/g/workers-queues-tasks/?layout=columns&whole=1';

const box = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const tray = (page: Page) => page.getByRole('region', { name: 'Selected packages' });
const compare = (page: Page) => tray(page).getByRole('link', { name: 'Compare' });
const news = (page: Page) => page.locator('compare-tray').getByRole('status');

/** Opens a page with these packages selected. */
async function openTicked(page: Page, slugs: string[], path = grid) {
  const ticks = JSON.stringify(slugs.map((slug) => ({ slug, title: slug.toUpperCase() })));
  await page.addInitScript((text) => {
    if (sessionStorage.length === 0) sessionStorage.setItem('ticked-packages', text);
  }, ticks);
  await page.goto(path);
  await expect(tray(page)).toBeVisible();
}

test('the tray is hidden while no package is selected', async ({ page }) => {
  await page.goto(grid);
  await expect(page.locator('compare-tray')).toBeAttached();
  await expect(page.locator('compare-tray > section')).toBeHidden();
});

test('packages selected on several pages are compared together', async ({ page }) => {
  await page.goto(grid);
  await box(page, 'huey').check();
  await expect(tray(page)).toContainText('1 package');
  await expect(tray(page)).toContainText('Select one more to compare');
  await expect(compare(page)).toBeHidden();
  await expect(news(page)).toHaveText('huey selected. 1 package to compare.');

  await page.goto('/grids/g/websockets/?layout=columns&whole=1');
  await box(page, 'Channels').check();
  await expect(tray(page)).toContainText('2 packages');
  await expect(tray(page)).toContainText('huey, Channels');
  await expect(tray(page)).not.toContainText('Select one more');

  await page.goto('/about/');
  await compare(page).click();
  await expect(page).toHaveURL('/compare/channels,huey/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Channels and huey side by side',
  );
});

test('Control and Enter on a checkbox or a cell compare the selected packages', async ({
  page,
}) => {
  await page.goto(grid);
  await box(page, 'huey').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(grid);
  await expect(news(page)).not.toContainText('Control');

  await page.getByRole('region', { name: /compared/ }).focus();
  for (const key of ['ArrowDown', 'Control+Home', 'ArrowRight', 'Space']) {
    await page.keyboard.press(key);
  }
  await expect(news(page)).toContainText('Press Control and Enter to compare.');
  await expect(compare(page)).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');
  const href = (await compare(page).getAttribute('href')) ?? '';
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(href);
});

test('going back shows the current selection, not that of the earlier page', async ({ page }) => {
  await page.goto(grid);
  await box(page, 'huey').check();
  await box(page, 'Celery').check();
  await page.goto('/about/');
  await tray(page).getByText('2 packages').click();
  await tray(page).getByRole('button', { name: 'Remove Huey' }).click();
  await page.goBack();
  await expect(box(page, 'Celery')).toBeChecked();
  await expect(box(page, 'huey')).not.toBeChecked();
  await expect(tray(page)).toContainText('1 package');
});

test('a page restored from the back/forward cache is updated', async ({ page }) => {
  await openTicked(page, ['huey']);
  await page.evaluate(() => {
    sessionStorage.setItem('ticked-packages', '[{"slug":"celery","title":"Celery"}]');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(box(page, 'Celery')).toBeChecked();
  await expect(box(page, 'huey')).not.toBeChecked();
});

test('all checkboxes of a package change together', async ({ page }) => {
  await page.goto(grid);
  await page.locator('form[action="/compare/"]').evaluate((form) => {
    form.insertAdjacentHTML(
      'beforeend',
      '<input type="checkbox" name="package" value="huey" aria-label="Again">',
    );
  });
  await page.getByRole('checkbox', { name: 'Again' }).check();
  await expect(box(page, 'huey')).toBeChecked();
  await expect(tray(page)).toContainText('1 package');
  await box(page, 'huey').uncheck();
  await expect(page.getByRole('checkbox', { name: 'Again' })).not.toBeChecked();
});

test('the tray replaces the sticky button of a list', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto('/packages/');
  await box(page, 'Celery').check();
  await expect(tray(page)).toBeInViewport();
  const button = page.getByRole('button', { name: 'Compare selected packages' });
  await expect(button).not.toBeInViewport();
  await page.goto('/search/?q=celery');
  await expect(box(page, 'Celery')).toBeChecked();
});

test('a checkbox of another form selects no package', async ({ page }) => {
  await page.goto('/about/');
  await page.locator('main').evaluate((main) => {
    main.insertAdjacentHTML(
      'beforeend',
      '<form action="/elsewhere/"><input type="checkbox" name="package" value="a" aria-label="A"></form>',
    );
  });
  await page.getByRole('checkbox', { name: 'A', exact: true }).check();
  await expect(tray(page)).toBeHidden();
});

test('a package can be removed by its button, and the focus stays in the list', async ({
  page,
}) => {
  await openTicked(page, ['huey', 'celery', 'django-q']);
  await tray(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  await tray(page).getByRole('button', { name: 'Remove CELERY' }).press('Enter');
  await expect(news(page)).toHaveText(
    'CELERY removed. 2 packages to compare. Press Control and Enter to compare.',
  );
  await expect(box(page, 'Celery')).not.toBeChecked();
  await expect(tray(page).getByRole('button', { name: 'Remove DJANGO-Q' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tray(page).getByRole('button', { name: 'Remove HUEY' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(tray(page).getByRole('list')).toBeHidden();
  await expect(tray(page).locator('summary')).toBeFocused();
});

test('Clear deselects all packages and returns the focus to the page', async ({ page }) => {
  await openTicked(page, ['huey', 'celery']);
  await expect(box(page, 'huey')).toBeChecked();
  await tray(page).getByRole('button', { name: 'Clear' }).press('Enter');
  await expect(tray(page)).toBeHidden();
  await expect(news(page)).toHaveText('Selection cleared.');
  await expect(page.getByRole('checkbox', { checked: true, name: /^Select / })).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();
  await page.reload();
  await expect(tray(page)).toBeHidden();
});

test('packages that are checked when a page loads are in the tray', async ({ page }) => {
  await page.goto('/compare/?package=huey,celery&more=1');
  await expect(tray(page)).toContainText('huey');
  await expect(tray(page)).toContainText('2 packages');
  await expect(page.getByRole('checkbox', { name: 'Huey' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Huey' }).uncheck();
  await expect(tray(page)).toContainText('1 package');
});

for (const rubbish of ['{rubbish', '[1, null, {"slug": 7}]', '{"slug":"a"}']) {
  test(`session storage with ${rubbish} counts as empty`, async ({ page }) => {
    await page.addInitScript((text) => {
      sessionStorage.setItem('ticked-packages', text);
    }, rubbish);
    await page.goto(grid);
    await expect(tray(page)).toBeHidden();
    await box(page, 'huey').check();
    await expect(tray(page)).toContainText('1 package');
  });
}

test('without session storage the selection lasts as long as the page', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new Error('refused');
    };
    Storage.prototype.getItem = refuse;
    Storage.prototype.setItem = refuse;
  });
  await page.goto(grid);
  await box(page, 'huey').check();
  await box(page, 'Celery').check();
  await expect(compare(page)).toHaveAttribute('href', '/compare/celery,huey/');
});

test('no more packages can be selected than can be compared', async ({ page }) => {
  await openTicked(
    page,
    Array.from({ length: MOST_COMPARED }, (_, index) => `p-${index}`),
  );
  await box(page, 'huey').click();
  await expect(box(page, 'huey')).not.toBeChecked();
  await expect(tray(page)).toContainText(`At most ${MOST_COMPARED}`);
  await expect(news(page)).toContainText(`At most ${MOST_COMPARED} can be compared.`);
});

for (const slugs of [['huey'], ['huey', 'celery', 'django-q']]) {
  test(`${slugs.length} selected packages fit on one line on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openTicked(page, slugs, '/about/');
    const bar = await tray(page).boundingBox();
    expect(bar?.height).toBeLessThan(56);
    expect(Math.round((bar?.y ?? 0) + (bar?.height ?? 0))).toBe(844);
    const overflow = await tray(page).evaluate((it) => it.scrollWidth - it.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);

    await tray(page).locator('summary').click();
    for (const target of await tray(page).locator('summary, a:visible, button:visible').all()) {
      const size = await target.boundingBox();
      expect(size?.height).toBeGreaterThanOrEqual(24);
      expect(size?.width).toBeGreaterThanOrEqual(24);
    }
  });
}

const longPages = [
  { path: '/packages/', width: 390 },
  { path: '/grids/g/websockets/?layout=columns&whole=1', width: 1440 },
];
for (const { path, width } of longPages) {
  test(`the tray never covers the focused element on ${path}, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 600 });
    await openTicked(page, ['huey', 'celery'], path);
    const hidden: string[] = [];
    for (let tabs = 0; tabs < 400; tabs++) {
      await page.keyboard.press('Tab');
      const state = await page.evaluate(() => {
        const focused = document.activeElement;
        const bar = document.querySelector('compare-tray > section');
        if (!focused || !bar) return 'nothing focused';
        if (bar.contains(focused)) return 'in the tray';
        const { bottom, top } = focused.getBoundingClientRect();
        const edge = bar.getBoundingClientRect().top;
        const isHidden = bottom - top < edge ? bottom > edge + 1 : top >= edge;
        return isHidden ? focused.outerHTML.slice(0, 120) : '';
      });
      if (state === 'in the tray') break;
      if (state !== '') hidden.push(state);
    }
    expect(hidden).toEqual([]);
    await expect(tray(page).locator('summary')).toBeFocused();
  });
}

test('axe finds nothing in the open tray, light and dark', async ({ page }) => {
  await openTicked(page, ['huey', 'celery', 'django-q'], '/packages/p/celery/');
  await tray(page).locator('summary').click();
  await expect(tray(page).getByRole('list')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});
