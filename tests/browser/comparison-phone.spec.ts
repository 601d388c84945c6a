import type { Page } from '@playwright/test';
import { isOwnRow } from './expected-notes';
import { expect, test } from './fixtures';
import { readTable } from './read-comparison';
import { takenDocument } from './taken-document';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

const GRID = '/grids/g/workers-queues-tasks/';
const PAIR = '.pair .comparison table';
const ADDRESSES = [GRID, `${GRID}?layout=rows`, '/compare/celery,django-q,huey/'];

const slugsOf = async (page: Page, at?: string) =>
  (await readTable(page, at)).packages.map(({ slug }) => slug);

test('a phone shows the first two packages side by side, with a row for each metric', async ({
  page,
}) => {
  for (const path of ADDRESSES) {
    await page.goto(path);
    await expect(page.locator('.pair')).toBeVisible();
    await expect(page.locator('.whole')).toBeHidden();
    const [pair, whole] = [await readTable(page, PAIR), await readTable(page)];
    expect(pair.layout).toBe('columns');
    expect(pair.packages).toEqual(whole.packages.slice(0, 2));
    expect(pair.rows.map(({ title }) => title)).toEqual(whole.rows.map(({ title }) => title));

    // Nothing overflows the right edge, even where the region would hide it.
    const region = page.locator('.pair .comparison');
    expect(
      await region.evaluate((it) => it.scrollWidth - it.clientWidth),
      path,
    ).toBeLessThanOrEqual(0);
    const isCut = (all: Element[]) =>
      all.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.outerHTML);
    expect(await region.locator('th, td').evaluateAll(isCut), path).toEqual([]);
    const root = page.locator('html');
    expect(await root.evaluate((it) => it.scrollWidth - it.clientWidth), path).toBeLessThanOrEqual(
      0,
    );
  }
});

test('both packages of the pair can be chosen', async ({ page }) => {
  for (const path of ADDRESSES) {
    await page.goto(path);
    const slugs = await slugsOf(page);
    const [first = '', second = ''] = slugs.slice(-2).toReversed();
    const fields = page.locator('.pair form').first();
    await fields.getByLabel('First package').selectOption(first);
    await fields.getByLabel('Second package').selectOption(second);
    await fields.getByRole('button', { name: 'Show' }).click();
    expect(await slugsOf(page, PAIR)).toEqual([first, second]);
    await expect(fields.getByLabel('First package')).toHaveValue(first);
    await expect(fields.getByLabel('Second package')).toHaveValue(second);
    expect((await slugsOf(page)).toSorted()).toEqual(slugs.toSorted());
  }
});

test('links switch between the pair and the whole table', async ({ page }) => {
  await page.goto(`${GRID}?sort=title`);
  await page.getByRole('link', { name: 'Show all 15 packages in one table' }).click();
  await expect(page).toHaveURL(`${GRID}?sort=title&whole=1`);
  await expect(page.locator('.whole .comparison')).toBeVisible();
  await expect(page.locator('.pair')).toHaveCount(0);
  expect(await slugsOf(page)).toHaveLength(15);
  await page.getByRole('link', { name: 'Show two packages at a time' }).click();
  await expect(page).toHaveURL(`${GRID}?sort=title`);
  await expect(page.locator('.pair')).toBeVisible();
});

test('menus open below their button on a phone', async ({ page }) => {
  await page.goto(GRID);
  const form = page.getByRole('form', { name: 'Comparison settings' });
  await form.getByText('Filter', { exact: true }).click();
  await form.getByLabel(/^Maintained/).check();
  const root = page.locator('html');
  expect(await root.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
  await form.getByLabel('Only differences').check();
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/maintained=1.*diff=1/);
});

test('each side of the pair can be moved to the previous and the next package', async ({
  page,
}) => {
  await page.goto(`${GRID}?sort=title`);
  const all = await slugsOf(page);
  const titles = (await readTable(page)).packages.map(({ title }) => title);
  await expect(page.locator('.pair')).toContainText('1 of 15');
  await page
    .getByRole('link', { name: `Show ${titles[2] ?? ''} instead of ${titles[1] ?? ''}` })
    .click();
  expect(await slugsOf(page, PAIR)).toEqual([all[0], all[2]]);
  await expect(page.locator('.pair')).toContainText('3 of 15');
  await page
    .getByRole('link', { name: `Show ${titles[1] ?? ''} instead of ${titles[0] ?? ''}` })
    .click();
  expect(await slugsOf(page, PAIR)).toEqual([all[1], all[2]]);
  await page
    .getByRole('link', { name: `Show ${titles[0] ?? ''} instead of ${titles[2] ?? ''}` })
    .click();
  expect(await slugsOf(page, PAIR)).toEqual([all[1], all[0]]);
});

test('two packages are a pair on a phone, with checkboxes and without a choice', async ({
  page,
}) => {
  await page.goto('/compare/celery,huey/');
  await expect(page.locator('.pair')).toBeVisible();
  await expect(page.locator('.whole')).toBeHidden();
  await expect(page.locator('.pair select')).toHaveCount(0);
  await expect(page.locator('.pair input[name=package]')).toHaveCount(2);
});

test('a wide page shows the whole table', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const path of ADDRESSES) {
    await page.goto(path);
    await expect(page.locator('.pair')).toBeHidden();
    await expect(page.locator('.whole .comparison')).toBeVisible();
    await expect(page.getByRole('form', { name: 'Comparison settings' })).toBeVisible();
  }
});

test('"only differences" shows exactly the rows in which the pair differs', async ({
  page,
  request,
}) => {
  for (const path of ADDRESSES) {
    const separator = path.includes('?') ? '&' : '?';
    await page.goto(`${path}${separator}diff=1`);
    const { packages, rows } = await readTable(page, PAIR);
    const all = takenDocument.parse(
      await (await request.get(`${path.replace(/\?.*/, '')}table.json`)).json(),
    );
    const facts = all.groups.flatMap((group) => group.facts);
    const differing = facts.filter(({ values }) => {
      const [first, second] = packages.map(
        ({ slug }) => values.find((it) => it.package === slug)?.value,
      );
      return JSON.stringify(first) !== JSON.stringify(second);
    });
    const own = differing.filter((it) => isOwnRow(it, differing));
    expect(rows.map(({ title }) => title)).toEqual(own.map(({ label }) => label));
    expect(rows.length).toBeGreaterThan(5);
  }
});
