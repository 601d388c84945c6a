import { expect, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { expectPagesAccessible } from './expect-accessible';
import { findViolations } from './axe';
import { alertOf, listCells, openAs, press, writeTo } from './users';
import { test } from './edit-site';

const items = (page: Page) => page.locator('[data-queue-item]');

async function editCells(page: Page, texts: string[]) {
  const paths = await listCells(page.request, 'chat');
  for (const [index, text] of texts.entries()) {
    await page.goto(paths[index] ?? '');
    await page.getByLabel('Value', { exact: true }).fill(text);
    await press(page);
    await expect(page).toHaveURL(/\/grids\/g\/chat\/$/);
  }
}

/** Empties the queue of what other tests have left in it. */
function emptyQueue(site: Parameters<typeof writeTo>[0]) {
  writeTo(site, 'update changes set review = null');
  writeTo(site, 'delete from held_edits');
  writeTo(site, 'delete from flags');
  writeTo(site, 'update package_examples set is_active = 0 where is_active is null');
}

test('the queue is worked off by keys, which do nothing while typing', async ({
  browser,
  site,
}) => {
  emptyQueue(site);
  const { page: author } = await openAs(browser, site, { role: 'new' });
  await editCells(author, ['one', 'two', 'three']);
  await author.goto('/packages/celery/flag/');
  await author.getByLabel('Reason').fill('Spam.');
  await press(author, 'Report');
  await expect(author.locator('main')).toContainText('A moderator will answer');

  const { page } = await openAs(browser, site, { role: 'moderator' });
  await page.goto('/moderation/');
  await expect(items(page)).toHaveCount(4);
  // Nothing is current yet, so nothing is decided.
  await page.keyboard.press('a');
  await page.keyboard.press('j');
  await expect(items(page).nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(items(page).nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('a');
  await expect(items(page)).toHaveCount(3);
  // The next item is current, so one key is enough.
  await expect(items(page).nth(0)).toBeFocused();
  await expect(items(page).nth(0)).toContainText('two');
  await page.keyboard.press('r');
  await expect(items(page)).toHaveCount(2);

  const answer = items(page).filter({ hasText: 'Spam.' }).getByLabel('Answer');
  await answer.click();
  await page.keyboard.type('jkar');
  await expect(answer).toHaveValue('jkar');
  await expect(items(page)).toHaveCount(2);
  await page.goto('/grids/g/chat/');
  const grid = page.locator('.whole');
  await expect(grid.getByRole('cell', { name: 'three', exact: true })).toBeVisible();
  await expect(grid.getByRole('cell', { name: 'two', exact: true })).toHaveCount(0);
  await page.context().close();
  await author.context().close();
});

test('a new account that edits very often is told when to try again, and keeps its text', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site, { role: 'new' });
  const addGrid = async (title: string) => {
    await page.goto(`/grids/add/?title=${encodeURIComponent(title)}`);
    await page.getByLabel('Description').fill('See https://linked.example/.');
    await press(page, 'Add grid');
  };
  await addGrid('The first');
  await expect(page).toHaveURL(/\/history\/waiting\//);
  // As if it had made more.
  const state = new Sqlite(`${site.databasePath}-state`);
  expect(state.prepare(`update edit_counts set points = 60`).run().changes).toBeGreaterThan(0);
  state.close();
  await addGrid('One too many');
  await expect(alertOf(page)).toContainText(/60 edits within an hour.*Try again in \d+ minutes/);
  await expect(page.getByLabel('Title')).toHaveValue('One too many');
  await page.context().close();
});

test('no page for moderators, reports or sites has accessibility violations', async ({
  browser,
  site,
}) => {
  // Many pages, on a machine that may be busy.
  test.setTimeout(240_000);
  const author = await openAs(browser, site, { role: 'new' });
  await editCells(author.page, ['waits']);
  await author.page.goto('/packages/huey/flag/');
  await author.page.getByLabel('Reason').fill('Spam.');
  await press(author.page, 'Report');
  await expect(author.page.locator('main')).toContainText('A moderator will answer your report');
  await author.page.goto('/packages/huey/example/add/');
  await author.page.getByLabel('Name', { exact: true }).fill('Acme');
  await author.page.getByLabel('Address').fill('https://acme.example/');
  await press(author.page, 'Add site');
  await expect(author.page.getByRole('link', { name: 'Acme', exact: true })).toBeVisible();
  await author.page.goto('/grids/add/?title=Linked');
  await author.page.getByLabel('Description').fill('See https://linked.example/.');
  await press(author.page, 'Add grid');
  await expect(author.page.locator('main').getByRole('status')).toBeVisible();
  const { page } = await openAs(browser, site, { role: 'admin' });
  await page.goto('/grids/search/edit/');
  await press(page, 'Lock this grid');
  await expect(page).toHaveURL(/\/grids\/g\/search\/$/);

  await page.goto('/packages/huey/example/add/');
  const edit = await page.getByRole('link', { name: 'Edit Acme' }).getAttribute('href');
  const moderated = ['', 'recent/', 'bans/', 'locks/', `accounts/${author.name}/`];
  const paths = [
    ...moderated.map((path) => `/moderation/${path}`),
    `/moderation/accounts/${author.name}/reverted/?since=2026-11-01`,
    ...['/packages/huey/flag/', '/packages/huey/example/add/', '/history/', edit ?? ''],
    ...[(edit ?? '').replace('/edit/', '/delete/'), '/packages/huey/edit/'],
  ];
  await expectPagesAccessible(page, paths);
  await expectPagesAccessible(author.page, [
    '/history/waiting/',
    '/packages/huey/flag/',
    '/moderation/',
  ]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/moderation/accounts/${author.name}/`);
  await press(page, 'Ban this account');
  await expect(alertOf(page)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  for (const it of [page, author.page]) await it.context().close();
});
