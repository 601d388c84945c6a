import type { Page } from '@playwright/test';
import { readLicense } from '@/lib/package/licenses';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';

type Package = (typeof catalogue.packages)[number];

const isActive = ({ status }: Package) =>
  status === null || !(status.deprecated || status.archived);
const active = catalogue.packages.filter(isActive);

const value = (page: Page, name: string) =>
  page.locator('.facets').getByRole('link', { name, exact: true });

/** The count next to a value. */
const countOf = async (page: Page, name: string) =>
  Number(await value(page, name).locator('xpath=..').locator('small').innerText());

const total = async (page: Page) => {
  const words = await page.locator('main p').and(page.getByRole('status')).innerText();
  return Number(/([\d,]+) packages?/.exec(words)?.[1]?.replace(',', ''));
};

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each filter finds as many packages as it announces, the same as the catalogue file has', async ({
    page,
  }) => {
    await page.goto('/packages/');
    let left = active;
    const choices: [string, string, (it: Package) => boolean][] = [
      ['any OSI-approved', 'licence=osi', (it) => readLicense(it.licence)?.isOsiApproved === true],
      ['5.2', 'django=5.2', (it) => it.django_versions?.includes('5.2') === true],
      ['Has documentation', 'documentation=1', (it) => Boolean(it.documentation_url)],
      ['App', 'category=apps', (it) => it.category === 'apps'],
    ];
    for (const [name, parameter, passes] of choices) {
      left = left.filter(passes);
      expect(await countOf(page, name), name).toBe(left.length);
      await value(page, name).click();
      await expect(page).toHaveURL(new RegExp(parameter));
      expect(await total(page), name).toBe(left.length);
    }
    await expect(page).toHaveURL(
      '/packages/?category=apps&django=5.2&licence=osi&documentation=1&sort=-repo_watchers'.replace(
        '&sort=-repo_watchers',
        '',
      ),
    );
    await page.getByRole('link', { name: 'Remove Django: 5.2' }).click();
    await expect(page).toHaveURL('/packages/?category=apps&licence=osi&documentation=1');
    await page.getByRole('link', { name: 'Clear all' }).click();
    await expect(page).toHaveURL('/packages/');
  });

  test('filters are combined with search terms, sort order and pages', async ({ page }) => {
    await page.goto('/packages/?python=3&maintained=1');
    await page.getByLabel('Search these packages').fill('admin');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL('/packages/?q=admin&sort=&python=3&maintained=1');
    await page.getByRole('columnheader', { name: 'Health' }).getByRole('link').click();
    await expect(page).toHaveURL('/packages/?q=admin&python=3&maintained=1&sort=-health');
    const healths = await page.locator('tbody tr td:nth-of-type(2)').allInnerTexts();
    const known = healths.map((it) => parseInt(it)).filter((it) => !Number.isNaN(it));
    expect(known.length).toBeGreaterThan(3);
    expect(known).toEqual(known.toSorted((a, b) => b - a));

    await page.goto('/packages/?python=3&maintained=1');
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL('/packages/?python=3&maintained=1&page=2');
  });

  test('a search can be filtered and sorted by links', async ({ page }) => {
    await page.goto('/search/?q=queue');
    const grids = page.locator('main li a[href^="/grids/"]');
    await expect(grids.first()).toBeVisible();
    const expected = await countOf(page, 'Maintained');
    await value(page, 'Maintained').click();
    await expect(page).toHaveURL('/search/?q=queue&maintained=1');
    expect(await total(page)).toBe(expected);
    await expect(grids).toHaveCount(0);

    await page
      .getByRole('navigation', { name: 'Sort by' })
      .getByRole('link', { name: 'Stars' })
      .click();
    await expect(page).toHaveURL('/search/?q=queue&maintained=1&sort=-repo_watchers');
    const stars = (await page.locator('tbody tr td:nth-of-type(3)').allInnerTexts()).map((words) =>
      Number(/^[\d,]+/.exec(words)?.[0].replace(',', '') ?? -1),
    );
    expect(stars.length).toBe(Math.min(20, expected));
    expect(stars).toEqual(stars.toSorted((a, b) => b - a));
  });

  test('if no packages match, the page says so and links back', async ({ page }) => {
    await page.goto('/packages/?django=1.8&licence=Zlib');
    await expect(page.getByText('No active packages with these filters')).toBeVisible();
    await page.getByRole('link', { name: 'Remove Licence: Zlib' }).click();
    await expect(page).toHaveURL('/packages/?django=1.8');
  });
});

test('on a phone the filters are collapsed and open on tap', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/packages/');
  await expect(value(page, 'Maintained')).toBeHidden();
  await page.getByText('Filters', { exact: true }).click();
  await expect(value(page, 'Maintained')).toBeVisible();
});
