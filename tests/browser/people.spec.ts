import type { APIRequestContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { test } from './edit-site';
import { alertOf, openAs, press, writeTo } from './users';

const main = (page: Page) => page.locator('main');

async function countUsers(request: APIRequestContext, slug: string): Promise<number> {
  const document: unknown = await (
    await request.get(`/api/v3/packages/${slug}/?format=json`)
  ).json();
  return z.object({ usage_count: z.number() }).parse(document).usage_count;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`a package is saved, and its users are counted at once, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { request } = page.context();
    const before = await countUsers(request, 'huey');
    await page.goto('/packages/p/huey/');
    await page.getByRole('link', { name: 'Save, use, watch' }).click();
    await expect(page).toHaveURL('/packages/huey/mine/');

    await press(page, 'Add to favorites');
    await expect(page.getByRole('button', { name: 'Remove from favorites' })).toBeVisible();
    await page.goto(`/profiles/${name}/favorites/`);
    await expect(main(page).getByRole('link', { name: 'huey', exact: true })).toBeVisible();

    await page.goto('/packages/huey/mine/');
    await press(page, 'I use this');
    await expect(page.getByRole('button', { name: 'I no longer use this' })).toBeVisible();
    expect(await countUsers(request, 'huey')).toBe(before + 1);
    await expect(main(page)).toContainText(`${before + 1} `);
    await page.goto('/packages/usage/huey/remove/');
    await press(page, 'I no longer use this');
    await expect(page).toHaveURL('/packages/huey/mine/');
    expect(await countUsers(request, 'huey')).toBe(before);

    await page.goto('/packages/p/huey/history/');
    await expect(main(page)).not.toContainText(name);
    await page.context().close();
  });

  test(`a list is made, ordered, compared, shared, hidden and deleted, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const other = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    await page.goto('/packages/celery/mine/');
    await page.getByRole('link', { name: 'Add it to a new list' }).click();
    await press(page, 'Create list');
    await expect(alertOf(page)).toContainText('Title is required.');
    await page.getByLabel('Title').fill('Queues for us');
    await press(page, 'Create list');
    const path = `/lists/${name}/queues-for-us/`;
    await expect(page).toHaveURL(path);

    await page.getByRole('link', { name: 'Edit this list' }).click();
    await page.getByLabel('Package', { exact: true }).fill('no-such-package');
    await press(page, 'Add package');
    await expect(alertOf(page)).toContainText('Package is not in the catalogue.');
    await page.getByLabel('Package', { exact: true }).fill('huey');
    await press(page, 'Add package');
    const huey = page.getByRole('group', { name: 'Huey' });
    await huey.getByLabel('Position').fill('first');
    await press(page, 'Save packages');
    await expect(alertOf(page)).toContainText('Position of huey must be a number.');
    await huey.getByLabel('Position').fill('1');
    await huey.getByLabel('Note').fill('Small <b>and</b> quick');
    await press(page, 'Save packages');
    await expect(page).toHaveURL(path);

    // Everybody sees it, but only its owner edits it.
    await other.page.goto(path);
    const names = main(other.page).getByRole('rowheader');
    await expect(names.nth(0)).toContainText('Small <b>and</b> quick');
    await expect(names.nth(1)).toContainText('Celery');
    await expect(other.page.getByRole('link', { name: 'Edit this list' })).toHaveCount(0);
    for (const form of ['edit', 'delete']) {
      expect((await other.page.goto(`${path}${form}/`))?.status()).toBe(404);
    }
    await other.page.goto(`/profiles/${name}/`);
    await other.page.getByRole('link', { name: 'Queues for us' }).click();
    await other.page.getByRole('link', { name: 'Compare these', exact: true }).click();
    await expect(other.page).toHaveURL('/compare/celery,huey/');

    await page.goto(`${path}edit/`);
    await page.getByRole('group', { name: 'Celery' }).getByLabel('Remove').check();
    await press(page, 'Save packages');
    await expect(main(page).getByRole('rowheader')).toHaveCount(1);
    await page.goto(`${path}edit/`);
    await page.getByLabel('Visible to').selectOption('private');
    await press(page, 'Save');
    await expect(main(page)).toContainText('Private list of 1 package');
    expect((await other.page.goto(path))?.status()).toBe(404);
    await other.page.goto(`/profiles/${name}/`);
    await expect(main(other.page)).not.toContainText('Queues for us');

    await page.goto('/lists/');
    await page.getByRole('link', { name: 'Queues for us' }).click();
    await page.getByRole('link', { name: 'Edit this list' }).click();
    await page.getByRole('link', { name: 'Delete this list' }).click();
    await press(page, 'Delete list');
    await expect(page).toHaveURL('/lists/');
    expect((await page.goto(path))?.status()).toBe(404);
    for (const it of [page, other.page]) await it.context().close();
  });

  test(`a watched grid is followed by page and by feed, ${how}`, async ({ browser, site }) => {
    const { page } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const other = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    await page.goto('/grids/g/chat/history/');
    await page.getByRole('link', { name: 'Watch this grid' }).click();
    await press(page, 'Watch this grid');
    await expect(page.getByRole('button', { name: 'Stop watching this grid' })).toBeVisible();
    await page.goto('/watching/');
    await press(page, 'Create feed');
    const link = page.getByRole('link', { name: 'Atom' });
    const feed = (await link.getAttribute('href')) ?? '';
    expect(feed).toMatch(/^\/feeds\/watched\/[\w-]{32}\/atom\/$/);

    await other.page.goto('/grids/chat/edit/');
    await other.page.getByRole('textbox', { name: 'Description' }).fill(`Watched ${how}.`);
    await press(other.page, 'Save');
    await expect(other.page).toHaveURL('/grids/g/chat/');

    await page.goto('/watching/');
    await expect(main(page)).toContainText(`Watched ${how}.`);
    // A feed reader has no session.
    const reader = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
    const response = await reader.request.get(feed);
    expect(response.headers()).toMatchObject({
      ...{ 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' },
      'content-type': 'application/atom+xml; charset=utf-8',
    });
    expect(response.headers()['access-control-allow-origin']).toBeUndefined();
    const xml = await response.text();
    expect(xml).toContain(`<author><name>${other.name}</name></author>`);
    expect(xml).toContain(`Watched ${how}.`);

    await press(page, 'Change address');
    await expect(link).not.toHaveAttribute('href', feed);
    const renewed = (await link.getAttribute('href')) ?? '';
    expect((await reader.request.get(renewed.replace('/atom/', '/rss/'))).status()).toBe(200);
    const former = await reader.request.get(feed);
    expect([former.status(), former.headers()['cache-control']]).toEqual([
      404,
      'private, max-age=300',
    ]);
    await press(page, 'Turn off feed');
    await expect(page.getByRole('button', { name: 'Create feed' })).toBeVisible();
    expect((await reader.request.get(renewed)).status()).toBe(404);

    await page.goto('/grids/chat/watch/');
    await press(page, 'Stop watching this grid');
    await expect(page.getByRole('button', { name: 'Watch this grid' })).toBeVisible();
    for (const it of [page, other.page]) await it.context().close();
    await reader.close();
  });
}

const asking = [
  ...['/favorites/add/1/', '/favorites/remove/1/', '/packages/usage/celery/add/'],
  ...['/packages/usage/celery/remove/', '/packages/celery/mine/', '/grids/chat/watch/'],
  ...['/lists/', '/lists/add/', '/watching/'],
];

test('opening a page changes nothing, and forms of other sites are refused', async ({
  browser,
  site,
}) => {
  const { page, name } = await openAs(browser, site, { role: 'new' });
  const { request } = page.context();
  const id = z
    .object({ id: z.number() })
    .parse(await (await request.get('/api/v4/packages/celery/?format=json')).json()).id;
  const before = await countUsers(request, 'celery');
  for (const path of asking) await page.goto(path.replace('/1/', `/${id}/`));
  for (const path of asking) {
    const url = path.replace('/1/', `/${id}/`);
    const form = { package: String(id), wanted: 'yes', kind: 'grid', id: '1', title: 'Forged' };
    const foreign = await request.post(url, {
      multipart: form,
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status(), path).toBe(403);
    // Without the form's token and the name of its action, nothing runs.
    const bare = await request.post(url, {
      multipart: form,
      headers: { origin: `http://localhost:${site.port}` },
    });
    expect(bare.status(), path).toBeLessThan(500);
  }
  expect(await countUsers(request, 'celery')).toBe(before);
  await page.goto('/packages/celery/mine/');
  for (const label of ['Add to favorites', 'I use this', 'Watch this package']) {
    await expect(page.getByRole('button', { name: label })).toBeVisible();
  }
  await page.goto(`/profiles/${name}/`);
  await expect(main(page)).not.toContainText('Forged');
  await page.context().close();
});

test('visitors never get what is private, however often its owner asks', async ({
  browser,
  site,
}) => {
  const owner = await openAs(browser, site, { role: 'new' });
  const stranger = await openAs(browser, site, { role: 'new' });
  const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
  const { page, name } = owner;
  await page.goto('/packages/celery/mine/');
  await press(page, 'Add to favorites');
  await expect(page.getByRole('button', { name: 'Remove from favorites' })).toBeVisible();
  await page.goto('/lists/add/');
  await page.getByLabel('Title').fill('Zebra plans');
  await page.getByLabel('Visible to').selectOption('private');
  await press(page, 'Create list');
  const list = `/lists/${name}/zebra-plans/`;
  await expect(page).toHaveURL(list);

  const favorites = `/profiles/${name}/favorites/`;
  const paths = [list, favorites, `/profiles/${name}/`, '/packages/p/celery/', '/lists/'];
  for (let round = 0; round < 3; round += 1) {
    for (const path of paths) {
      const own = await page.context().request.get(path);
      expect([own.status(), own.headers()['cache-control']], path).toEqual([
        200,
        expect.stringMatching(/private|no-store/),
      ]);
      for (const context of [anonymous, stranger.page.context()]) {
        const given = await context.request.get(path);
        expect(given.status(), path).toBe(path === list || path === favorites ? 404 : 200);
        expect(await given.text(), path).not.toMatch(/Zebra plans|Edit this list|Your favorites/);
      }
    }
  }
  for (const path of asking) {
    const response = await anonymous.request.get(path, { maxRedirects: 0 });
    expect([200, 307, 404], path).toContain(response.status());
    expect(await response.text(), path).not.toContain(name);
  }

  // Shared favorites are for everyone at the next request, and private again at the one after.
  for (const shared of [1, 0]) {
    writeTo(site, 'update accounts set shares_favorites = ? where name = ?', shared, name);
    expect((await anonymous.request.get(favorites)).status()).toBe(shared ? 200 : 404);
  }
  writeTo(site, 'update lists set is_private = 0 where slug = ?', 'zebra-plans');
  expect((await anonymous.request.get(list)).status()).toBe(200);
  writeTo(site, 'update accounts set banned_at = 1790000000000000 where name = ?', name);
  expect((await anonymous.request.get(list)).status()).toBe(404);
  for (const it of [page, stranger.page]) await it.context().close();
  await anonymous.close();
});
