import { expect, type Page } from '@playwright/test';
import { alertOf, listCells, openAs, press } from './users';
import { test } from './edit-site';

const items = (page: Page, text: string) =>
  page.locator('[data-queue-item]').filter({ hasText: text });
const header = (page: Page) => page.getByRole('banner');

async function close(...pages: Page[]) {
  for (const page of pages) await page.context().close();
}

async function fillCell(page: Page, path = '', text = '', evidence = '') {
  await page.goto(path);
  await page.getByLabel('Value', { exact: true }).fill(text);
  await page.getByLabel('Evidence').fill(evidence);
  await press(page);
  await expect(page).not.toHaveURL(path);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`changes of a new account are approved or reverted, once, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page: author, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const { page: other } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const cells = await listCells(author.request, 'chat');
    const [good, bad] = [`good ${how}`, `bad ${how}`];
    await fillCell(author, cells[0], good);
    await fillCell(author, cells[1], bad);
    await expect(header(author).getByRole('link', { name: /Moderation/ })).toHaveCount(0);

    await page.goto('/grids/');
    const link = header(page).getByRole('link', { name: /^Moderation \(\d+\)$/ });
    const waiting = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
    await link.click();
    await other.goto('/moderation/');
    await expect(items(page, name)).toHaveCount(2);
    await press(items(page, good), 'Approve');
    await expect(items(page, name)).toHaveCount(1);
    await press(items(page, bad), 'Revert');
    await expect(items(page, name)).toHaveCount(0);
    await expect(header(page)).toContainText(`Moderation (${waiting - 2})`);

    await press(items(other, good), 'Revert');
    await expect(other.locator('main').getByRole('status')).toHaveText(
      'Another moderator has already decided this.',
    );
    await page.goto('/grids/g/chat/');
    await expect(page.locator('.whole').getByText(good)).toBeVisible();
    await expect(page.locator('.whole').getByText(bad)).toHaveCount(0);
    await close(author, page, other);
  });

  test(`an edit with a link waits until a moderator accepts it, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page: author, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const [, , cell] = await listCells(author.request, 'chat');
    const value = `linked ${how}`;
    // The same link isn't held twice.
    const link = `https://evidence.example/${javaScriptEnabled ? 'with' : 'without'}`;
    await fillCell(author, cell, value, link);
    await expect(author).toHaveURL(/\/history\/waiting\/\?sent=\d+$/);
    await expect(author.locator('main').getByRole('status')).toHaveText(
      'Your change contains a link, so a moderator looks at it first.',
    );
    await expect(author.locator('main')).toContainText(value);
    await author.goto('/grids/g/chat/');
    await expect(author.locator('.whole').getByText(value)).toHaveCount(0);

    await page.goto('/moderation/');
    await expect(items(page, name)).toContainText(link);
    await press(items(page, name), 'Accept');
    await expect(items(page, name)).toHaveCount(0);
    await author.goto('/grids/g/chat/');
    await expect(author.locator('.whole').getByText(value)).toBeVisible();
    await author.goto('/history/waiting/');
    await expect(author.locator('main')).toContainText('accepted');
    await close(author, page);
  });

  test(`a package is reported, and the answer is shown, ${how}`, async ({ browser, site }) => {
    const { page: author, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    await author.goto('/packages/p/huey/');
    await author.getByRole('link', { name: 'Report' }).click();
    await press(author, 'Report');
    await expect(alertOf(author)).toContainText('Reason is required.');
    await author.getByLabel('Reason').fill(`Looks like malware, ${how}`);
    await press(author, 'Report');
    await expect(author.locator('main')).toContainText('A moderator will answer your report');
    await expect(author.getByRole('button', { name: 'Report', exact: true })).toHaveCount(0);

    await page.goto('/moderation/');
    await items(page, name).getByLabel('Answer').fill('It is not.');
    await press(items(page, name), 'Dismiss');
    await expect(items(page, name)).toHaveCount(0);
    await author.goto('/packages/huey/flag/');
    await expect(author.locator('main')).toContainText('dismissed');
    await expect(author.locator('main')).toContainText('It is not.');
    await expect(author.getByRole('button', { name: 'Report', exact: true })).toBeVisible();
    await close(author, page);
  });

  test(`a site that uses a package is added, approved, edited and deleted, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page: author } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const title = `Acme ${how}`;
    const add = async (url: string) => {
      await author.getByLabel('Name', { exact: true }).fill(title);
      await author.getByLabel('Address').fill(url);
      await press(author, 'Add site');
    };
    await author.goto('/packages/celery/example/add/');
    await add('javascript:alert(1)');
    await expect(alertOf(author)).toContainText('must be an address that begins with https://');
    const address = `https://acme.example/${String(javaScriptEnabled)}/`;
    await add(address);
    await expect(author.locator('main')).toContainText('waits for a moderator');
    await add(address);
    await expect(alertOf(author)).toContainText('This site has been suggested already.');
    await page.goto('/packages/p/celery/');
    await expect(page.getByRole('link', { name: title })).toHaveCount(0);

    await page.goto('/moderation/');
    await press(items(page, title), 'Approve');
    await expect(items(page, title)).toHaveCount(0);
    await page.goto('/packages/p/celery/');
    await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', address);

    await author.goto('/packages/celery/example/add/');
    await author.getByRole('link', { name: `Edit ${title}` }).click();
    await author.getByLabel('Name', { exact: true }).fill(`${title} Inc.`);
    await press(author);
    await expect(author.locator('main')).toContainText('waits for a moderator');
    await author.getByRole('link', { name: `Delete ${title}` }).click();
    await press(author, 'Delete site');
    await expect(author).toHaveURL(/\/example\/add\/$/);
    await expect(author.locator('main')).not.toContainText('Inc.');
    await close(author, page);
  });

  test(`an account is banned, and all of its changes are reverted, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page: author, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const cells = await listCells(author.request, 'chat');
    for (const index of [3, 4]) await fillCell(author, cells[index], `spam ${index} ${how}`);
    await fillCell(page, cells[4], `mended ${how}`);

    await page.goto('/moderation/bans/');
    await page.getByLabel('User name').fill(name.toUpperCase());
    await press(page, 'Open account');
    await expect(page).toHaveURL(`/moderation/accounts/${name}/`);
    await press(page, 'Ban this account');
    await expect(alertOf(page)).toContainText('Reason is required.');
    await page.locator('#field-ban-reason').fill('Spam.');
    await press(page, 'Ban this account');
    await expect(page.getByRole('button', { name: 'End the ban' })).toBeVisible();
    await author.goto('/grids/');
    await expect(header(author).getByRole('link', { name: 'Sign in' })).toBeVisible();

    await press(page, 'Revert everything since then');
    await expect(page).toHaveURL(/\/reverted\/\?since=[\d-]+$/);
    await expect(page.getByRole('heading', { name: 'Not reverted (1)' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Reverted (1)', exact: true })).toBeVisible();
    await page.goto('/grids/g/chat/');
    await expect(page.locator('.whole').getByText(`spam 3 ${how}`)).toHaveCount(0);
    await expect(page.locator('.whole').getByText(`mended ${how}`)).toBeVisible();
    await page.goto('/moderation/bans/');
    await expect(page.locator('main li').filter({ hasText: name })).toContainText('Spam.');
    await close(author, page);
  });
}

test('pages of moderators are closed to others', async ({ browser, site }) => {
  const { page } = await openAs(browser, site, { role: 'trusted' });
  const paths = ['', 'recent/', 'bans/', 'locks/'].map((it) => `/moderation/${it}`);
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText('Your account can’t');
    await expect(page.locator('main form')).toHaveCount(0);
  }
  await page.context().clearCookies();
  await page.goto('/moderation/');
  await expect(page).toHaveURL(/\/login\/\?next=%2Fmoderation%2F$/);
  await close(page);
});
