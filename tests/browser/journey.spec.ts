import { expect, type Locator, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { signInThroughProvider, testWithProvider } from './provider-site';

const test = testWithProvider({ RATE_LIMIT: '0', REQUEST_LOG: 'off' });

/** Most key actions that making a grid may take; a text typed in one go counts as one. */
const MOST_ACTIONS = 60;
const MOST_TABS = 40;

const packages = ['celery', 'django-rq', 'huey', 'django-q'];
const features = ['Retries', 'Priorities', 'Dashboard', 'Periodic jobs', 'Results'];
const texts = ['yes', 'no', 'partial', 'yes, by queue'];

/** Uses a page by its keyboard alone and counts the actions. */
function keyboardOf(page: Page) {
  let actions = 0;
  const press = async (key: string) => {
    actions += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    count: () => actions,
    type: async (text: string) => {
      actions += 1;
      await page.keyboard.type(text);
    },
    /** Goes to a control with the Tab key, past the header by its link. */
    tabTo: async (control: Locator) => {
      await expect(control).toBeVisible();
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        await press('Tab');
        const focused = page.locator(':focus');
        if ((await focused.getAttribute('href')) === '#main') {
          await press('Enter');
          await expect(page.locator('main')).toBeFocused();
        }
        if (await control.evaluate((it) => it === document.activeElement)) return;
      }
      throw new Error(`The Tab key does not lead to ${String(control)}.`);
    },
  };
}

/** The ids of the changes by an account, newest first. */
function changesOf({ databasePath }: { databasePath: string }, name: string): number[] {
  const database = new Sqlite(databasePath, { readonly: true });
  const ids = database
    .prepare<[string], number>(
      'select changes.id from changes join accounts on accounts.id = actor where name = ? order by 1 desc',
    )
    .pluck()
    .all(name);
  database.close();
  return ids;
}

test('a person signs in, makes a grid by the keyboard alone, everybody sees it at once, and it is reverted', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
  const page = await context.newPage();
  const name = `grace-${crypto.randomUUID().slice(0, 8)}`;
  await signInThroughProvider(page, name, '/grids/add/');
  const main = page.locator('main');
  const { press, type, tabTo, count } = keyboardOf(page);

  await tabTo(main.getByLabel('Title'));
  await type('Background jobs');
  await press('Enter');
  await expect(page).toHaveURL(/title=/);
  await tabTo(main.getByLabel('Packages'));
  await type(packages.join('\n'));
  await press('Tab');
  await type(features.join('\n'));
  await press('Tab');
  await press('Enter');
  const first = page
    .getByRole('row', { name: features[0] ?? '' })
    .getByRole('gridcell')
    .first();
  await expect(first).toBeFocused();
  // Down the features of each package.
  for (const text of texts) {
    for (const feature of features) {
      await type(`${text} (${feature})`);
      await press('Enter');
    }
  }
  await expect(page.locator('.sheet-bar').getByRole('status')).toHaveText('Saved');
  expect(count()).toBeLessThanOrEqual(MOST_ACTIONS);
  test.info().annotations.push({ type: 'key actions', description: String(count()) });

  const path = page
    .url()
    .replace('/grids/', '/grids/g/')
    .replace(/edit\/.*/, '');
  const anonymous = await browser.newContext();
  const reader = await anonymous.newPage();
  expect((await reader.goto(path))?.status()).toBe(200);
  const table = await (await anonymous.request.get(`${path}table.json`)).text();
  for (const text of texts) {
    for (const feature of features) expect(table).toContain(`${text} (${feature})`);
  }

  // The newest change first; the last one to be undone is the addition of the grid.
  const made = changesOf(site, name);
  expect(made).toHaveLength(texts.length * features.length + 1);
  for (const id of made) {
    await page.goto(`/history/${id}/`);
    await page.getByRole('button', { name: 'Revert this change' }).click();
    await expect(page).toHaveURL(/\/history\/$/);
  }
  expect((await reader.goto(path))?.status()).toBe(404);
  for (const it of [context, anonymous]) await it.close();
});
