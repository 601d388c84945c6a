import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectPagesAccessible } from './expect-accessible';
import { alertOf, openAs, PASSWORD, press } from './users';
import { test } from './edit-site';

/** The URL of the form of a cell, from the editing page as it is without scripts; `label` is how the link's name begins. */
async function hrefOfCell(page: Page, label: string): Promise<string> {
  const html = await (await page.request.get(page.url())).text();
  const [, href = ''] = new RegExp(`href="([^"]*)" aria-label="${label}`).exec(html) ?? [];
  return href;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`a grid is made, filled, seen by everybody at once, and undone, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { role: 'trusted', javaScriptEnabled });
    await page.goto('/grids/add/');
    await page.getByLabel('Title').fill(`Flags ${how}`);
    await press(page, 'Continue');
    await page.getByLabel('Description').fill('Switches features on and off.');
    await press(page, 'Add grid');
    await expect(page).toHaveURL(/\/grids\/flags-with(out)?-javascript\/edit\/#cells$/);
    const path = page.url().replace('/edit/#cells', '/').replace('/grids/', '/grids/g/');

    for (const slug of ['celery', 'django-q']) {
      await page.getByRole('link', { name: 'Add packages' }).click();
      await page.getByRole('textbox', { name: 'Packages' }).fill(slug);
      await press(page, 'Add packages');
      await expect(page).toHaveURL(path);
      await page.getByRole('link', { name: 'Edit', exact: true }).click();
    }
    await page.getByRole('link', { name: 'Add a feature' }).click();
    await page.getByLabel('Title').fill('Percentages');
    await press(page, 'Add feature');
    await expect(page).toHaveURL(path);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.goto(await hrefOfCell(page, 'Percentages of Celery: unknown'));
    await page.getByLabel('Value', { exact: true }).fill('yes, by group');
    await page.getByLabel('Reason').fill('See its manual.');
    await press(page);
    await expect(page).toHaveURL(path);

    // Everyone sees it at the next request.
    const anonymous = await browser.newContext();
    const other = await anonymous.newPage();
    await other.goto(path);
    await expect(
      other.locator('.whole').getByRole('cell', { name: 'yes, by group' }),
    ).toBeVisible();
    await other.goto(`${path}?evidence=1`);
    await expect(
      other.locator('.whole').getByRole('cell', { name: 'yes, by group' }),
    ).toContainText(new RegExp(`confirmed on .* by ${name}$`));
    await other.goto(`${path}history/`);
    const [latest] = await other.locator('main ol > li').filter({ hasText: name }).all();
    await expect(latest ?? other.locator('none')).toContainText('Percentages of Celery');
    await expect(latest ?? other.locator('none')).toContainText('See its manual.');
    await latest?.getByRole('link', { name: /^Change/ }).click();
    await expect(other.getByRole('button', { name: 'Revert this change' })).toHaveCount(0);

    await page.goto(other.url());
    await press(page, 'Revert this change');
    await expect(page).toHaveURL(/\/history\/$/);
    await other.goto(path);
    await expect(other.locator('.whole').getByText('by group')).toHaveCount(0);
    await anonymous.close();
    await page.context().close();
  });

  test(`a cell that somebody changed meanwhile shows both values, ${how}`, async ({
    browser,
    site,
  }) => {
    const first = await openAs(browser, site, { javaScriptEnabled });
    const second = await openAs(browser, site, { javaScriptEnabled });
    await first.page.goto('/grids/chat/edit/');
    const href = await hrefOfCell(first.page, 'Typing notices of Zulip');
    for (const { page } of [first, second]) await page.goto(href);
    const [theirs, mine] = [`theirs ${how}`, `mine ${how}`];
    await first.page.getByLabel('Value', { exact: true }).fill(theirs);
    await press(first.page);
    await expect(first.page).toHaveURL(/\/grids\/g\/chat\/$/);

    await second.page.getByLabel('Value', { exact: true }).fill(mine);
    await press(second.page);
    await expect(alertOf(second.page)).toContainText(theirs);
    await expect(second.page.getByLabel('Value', { exact: true })).toHaveValue(mine);
    await press(second.page);
    await expect(second.page).toHaveURL(/\/grids\/g\/chat\/$/);
    await expect(second.page.locator('.whole').getByRole('cell', { name: mine })).toBeVisible();
    for (const { page } of [first, second]) await page.context().close();
  });
}

test('a package is added, edited and found, and a duplicate is refused', async ({
  browser,
  site,
}) => {
  const { page, name } = await openAs(browser, site, { role: 'new' });
  await page.goto('/packages/');
  await page.getByRole('link', { name: 'Add a package' }).click();
  await page.getByLabel('Repository or PyPI name').fill('https://github.com/zebras/quaggamire');
  await press(page, 'Continue');
  await page.getByLabel('Repository').fill('https://github.com/celery/celery/tree/main');
  await page.getByLabel('Name', { exact: true }).fill('Quaggamire');
  await page.getByLabel('Description').fill('Herds zebras.');
  await press(page, 'Add package');
  await expect(alertOf(page)).toContainText('Repository is that of Celery (/packages/p/celery/).');
  await expect(page.getByLabel('Description')).toHaveValue('Herds zebras.');
  await page.getByLabel('Repository').fill('https://github.com/zebras/quaggamire');
  await press(page, 'Add package');
  await expect(page).toHaveURL('/packages/p/quaggamire/');
  await page.goto('/search/?q=zebras');
  await expect(page.locator('main')).toContainText('Quaggamire');

  await page.goto('/packages/p/quaggamire/');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page
    .getByLabel('Documentation', { exact: true })
    .fill('https://quaggamire.readthedocs.io/');
  await press(page);
  await expect(page).toHaveURL('/packages/p/quaggamire/');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.locator('main ol > li').filter({ hasText: name })).toHaveCount(2);
  await expect(page.locator('main')).toContainText('https://quaggamire.readthedocs.io/');
  await page.context().close();
});

test('forms ask to sign in first, and say what is not allowed', async ({ browser, site }) => {
  const { page } = await openAs(browser, site, { role: 'new' });
  await page.goto('/grids/chat/edit/');
  await expect(page.getByRole('link', { name: 'Remove Zulip' })).toHaveCount(0);
  const feature = await page.locator('.edit-table th[scope=row] a').first().getAttribute('href');
  await page.goto(`${feature ?? ''}delete/`);
  await expect(page.locator('main')).toContainText('Your account can’t remove a feature yet.');
  await page.getByRole('link', { name: 'Roles and permissions' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Roles and permissions');

  const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
  const other = await anonymous.newPage();
  for (const path of ['/grids/add/', '/grids/chat/edit/', feature ?? '']) {
    await other.goto(path);
    await expect(other).toHaveURL(`/login/?next=${encodeURIComponent(path)}`);
  }
  await anonymous.close();
  await page.context().close();
});

test('a locked grid is edited by moderators only', async ({ browser, site }) => {
  const moderator = await openAs(browser, site, { role: 'moderator' });
  const editor = await openAs(browser, site);
  await moderator.page.goto('/grids/search/edit/');
  await press(moderator.page, 'Lock this grid');
  await expect(moderator.page).toHaveURL(/\/grids\/g\/search\/$/);
  await editor.page.goto('/grids/search/edit/');
  await expect(editor.page.locator('main')).toContainText('This is locked');
  await moderator.page.goto('/grids/search/edit/');
  await press(moderator.page, 'Unlock this grid');
  await expect(moderator.page).toHaveURL(/\/grids\/g\/search\/$/);
  await editor.page.goto('/grids/search/edit/');
  await expect(editor.page.getByRole('button', { name: 'Save' })).toBeVisible();
  for (const { page } of [moderator, editor]) await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`what was typed stays when the session has ended meanwhile, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { javaScriptEnabled });
    const description = `Runs jobs, ${how}.`;
    const field = page.getByLabel('Description');
    await page.goto('/packages/huey/edit/');
    await field.fill(description);
    await page.context().clearCookies();
    for (const message of ['Your session has changed', 'You are no longer signed in.']) {
      await press(page);
      await expect(alertOf(page)).toContainText(message);
      await expect(field).toHaveValue(description);
    }

    const tab = await page.context().newPage();
    await tab.goto('/login/');
    await tab.getByLabel('User name').fill(name);
    await tab.getByLabel('Password').fill(PASSWORD);
    await press(tab, 'Sign in');
    await expect(tab.getByRole('banner').getByRole('link', { name })).toBeVisible();
    await press(page);
    await expect(alertOf(page)).toContainText('Your session has changed');
    await press(page);
    await expect(page).toHaveURL('/packages/p/huey/');
    await expect(page.locator('main')).toContainText(description);
    await page.context().close();
  });
}

test('no editing page has accessibility violations, in either scheme, on a phone or a desktop', async ({
  browser,
  site,
}) => {
  // Forty pages, on a machine that may be busy.
  test.setTimeout(240_000);
  const { page } = await openAs(browser, site, { role: 'admin' });
  await page.goto('/grids/chat/edit/');
  const hrefs = await page
    .locator('.edit-table a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const cell = await hrefOfCell(page, 'Typing notices of');
  const feature = hrefs.find((href) => href.includes('/feature/')) ?? '';
  const removal = hrefs.find((href) => href.includes('/package/')) ?? '';
  await page.goto(cell);
  await page.getByLabel('Value', { exact: true }).fill('certainly');
  await press(page);
  await expect(page).toHaveURL(/\/grids\/g\/chat\/$/);
  const paths = [
    ...['/grids/add/', '/grids/chat/edit/', cell, feature, `${feature}delete/`, removal],
    ...['/grids/chat/package/add/', '/grids/feature/add/chat/', '/history/', '/history/1/'],
    ...['/grids/add/?title=Chats', '/grids/chat/order/', '/grids/chat/merge/', `${feature}merge/`],
    ...['/packages/add/', '/packages/celery/edit/', '/packages/p/celery/history/'],
    ...['/grids/g/chat/history/', '/logout/', '/help/permissions/'],
  ];
  await expectPagesAccessible(page, paths);
  await page.context().close();
});
