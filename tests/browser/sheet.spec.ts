import { expect, type Page } from '@playwright/test';
import { findViolations } from './axe';
import { openAs } from './users';
import { test } from './edit-site';

/** The cell of a feature in a column of the table, counted from 0. */
const cellAt = (page: Page, feature: string, column: number) =>
  page.getByRole('row', { name: feature }).getByRole('gridcell').nth(column);
const status = (page: Page) => page.locator('.sheet-bar').getByRole('status');

/** Makes a grid of two packages with these features and opens its cells, with the focus on the first. */
async function openNewGrid(page: Page, title: string, features = ['Retries', 'Dashboard']) {
  await page.goto(`/grids/add/?title=${encodeURIComponent(title)}`);
  await page.getByRole('textbox', { name: 'Packages' }).fill('celery\ndjango-rq');
  await page.getByRole('textbox', { name: 'Features' }).fill(features.join('\n'));
  await page.getByRole('button', { name: 'Add grid' }).click();
  await expect(cellAt(page, features[0] ?? '', 0)).toBeFocused();
}

test('cells are filled by typing, and everybody sees them at the next request', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site);
  await openNewGrid(page, 'Sheet one');
  for (const text of ['yes', 'no']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  // The first cell of the next column.
  await expect(cellAt(page, 'Retries', 1)).toBeFocused();
  await page.keyboard.type('partial, with Redis');
  await page.keyboard.press('Tab');
  await expect(cellAt(page, 'Dashboard', 0)).toBeFocused();
  await expect(status(page)).toHaveText('Saved');
  const other = await browser.newPage();
  await other.goto(page.url().replace('/grids/', '/grids/g/').replace('edit/#cells', ''));
  for (const name of ['yes', 'no', 'partial, with Redis']) {
    await expect(other.locator('.whole').getByRole('cell', { name }).first()).toBeVisible();
  }
  await other.close();
  await page.context().close();
});

test('F2 edits what is there, Escape cancels, Delete clears, Control and Z undoes and redoes', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site);
  await openNewGrid(page, 'Sheet two');
  const cell = cellAt(page, 'Retries', 0);
  await page.keyboard.type('yes');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.type(', always');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('yes');
  await expect(cell).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type(', always');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('yes, always');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(cell).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('yes, always');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('yes');
  await page.keyboard.press('Control+Shift+z');
  await expect(cell).toHaveText('yes, always');
  await expect(status(page)).toHaveText('Saved');
  await page.reload();
  await expect(cell).toHaveText('yes, always');
  await page.context().close();
});

test('a block is pasted in one change, and what is selected is copied', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openNewGrid(page, 'Sheet three');
  await page.evaluate(() => navigator.clipboard.writeText('a\tb\tout\nc\t"d ""e"""\nout\tout'));
  await page.keyboard.press('Control+v');
  await expect(cellAt(page, 'Dashboard', 1)).toHaveText('d "e"');
  await expect(cellAt(page, 'Retries', 0)).toHaveText('a');
  await expect(status(page)).toHaveText('Saved');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('a\tb\nc\t"d ""e"""');
  const history = page.url().replace('/grids/', '/grids/g/').replace('edit/#cells', 'history/');
  await page.goto(history);
  await expect(page.locator('main')).toContainText('2 changes');
  await page.context().close();
});

test('a cell that somebody else has changed shows both values, and either can be kept', async ({
  browser,
  site,
}) => {
  const { page: first } = await openAs(browser, site);
  const { page: second } = await openAs(browser, site);
  await openNewGrid(first, 'Sheet four');
  await second.goto(first.url());
  await expect(cellAt(second, 'Retries', 0)).toBeFocused();
  await first.keyboard.type('theirs');
  await first.keyboard.press('Enter');
  await expect(status(first)).toHaveText('Saved');
  await second.keyboard.type('mine');
  await second.keyboard.press('Enter');
  const alert = second.locator('.sheet-alert');
  await expect(alert).toContainText('Someone else has changed Retries of Celery meanwhile.');
  await expect(alert).toContainText('Theirs: theirs');
  await expect(alert).toContainText('Yours: mine');
  expect(await findViolations(second)).toEqual([]);
  await expect(cellAt(second, 'Retries', 0)).toHaveText('theirs');
  await alert.getByRole('button', { name: 'Use mine' }).click();
  await expect(alert).toHaveCount(0);
  await expect(status(second)).toHaveText('Saved');
  await first.reload();
  await expect(cellAt(first, 'Retries', 0)).toHaveText('mine');
  for (const page of [first, second]) await page.context().close();
});

test('what cannot be saved stays in the table and is saved again on request', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site);
  await openNewGrid(page, 'Sheet five');
  await page.context().setOffline(true);
  await page.keyboard.type('kept');
  await page.keyboard.press('Enter');
  const alert = page.locator('.sheet-alert');
  await expect(alert).toContainText('What you typed is kept here.');
  await expect(cellAt(page, 'Retries', 0)).toHaveText('kept');
  await page.context().setOffline(false);
  await alert.getByRole('button', { name: 'Save again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(status(page)).toHaveText('Saved');
  await page.reload();
  await expect(cellAt(page, 'Retries', 0)).toHaveText('kept');
  await page.context().close();
});

test('common values and “still correct” are one click, and the bar says who confirmed the cell', async ({
  browser,
  site,
}) => {
  const { page, name } = await openAs(browser, site);
  await openNewGrid(page, 'Sheet six');
  const bar = page.locator('.sheet-bar');
  await bar.getByRole('button', { name: 'partial' }).click();
  await expect(cellAt(page, 'Retries', 0)).toHaveText('partial');
  await bar.getByRole('button', { name: 'Still correct' }).click();
  await expect(status(page)).toHaveText('Saved');
  await page.reload();
  await expect(bar).toContainText(`by ${name}`);
  await page.context().close();
});

test('features are put in another order, and merged', async ({ browser, site }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openAs(browser, site, { javaScriptEnabled });
    await page.goto(`/grids/add/?title=Order`);
    await page.getByRole('textbox', { name: 'Packages' }).fill('celery');
    await page.getByRole('textbox', { name: 'Features' }).fill('One\nTwo\nThree');
    await page.getByRole('button', { name: 'Add grid' }).click();
    await page.getByRole('link', { name: 'Reorder features' }).click();
    await page.getByLabel('Three', { exact: true }).fill('1.5');
    await page.getByRole('button', { name: 'Save order' }).click();
    const heads = page.locator('.edit-table tbody th');
    await expect(heads).toHaveText(['One', 'Three', 'Two']);
    await page.getByRole('link', { name: 'Two', exact: true }).click();
    await page.getByRole('link', { name: 'Merge it into another feature' }).click();
    await page.getByLabel('Other feature').selectOption('Three');
    await page.getByRole('button', { name: 'Merge' }).click();
    await expect(heads).toHaveText(['One', 'Three']);
    await page.context().close();
  }
});

test('unknown packages are named, and nothing that was typed is lost', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site);
  await page.goto('/grids/add/?title=Unknown');
  await page.getByRole('textbox', { name: 'Packages' }).fill('celery\nno-such-thing');
  await page.getByRole('button', { name: 'Add grid' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText(
    'Packages can’t be added: no-such-thing is not in the catalogue.',
  );
  await expect(page.getByRole('textbox', { name: 'Packages' })).toHaveValue(
    'celery\nno-such-thing',
  );
  await page.context().close();
});
