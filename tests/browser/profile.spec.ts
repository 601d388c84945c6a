import { expect, type Page } from '@playwright/test';
import { test } from './edit-site';
import { expectAccessible, expectPagesAccessible } from './expect-accessible';
import { alertOf, openAnonymous, openAs, PASSWORD, press, writeTo } from './users';

const NEW_PASSWORD = 'another good password';

const header = (page: Page) => page.getByRole('banner');

async function signIn(page: Page, name: string, password = PASSWORD) {
  await page.goto('/login/');
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`a person edits their profile and name, and pages show them at the next request, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    await page.goto('/grids/add/');
    await page.getByLabel('Title').fill(`Engines ${how}`);
    await press(page, 'Continue');
    await press(page, 'Add grid');
    await expect(page).toHaveURL(/\/edit\/#cells$/);
    const anonymous = await openAnonymous(browser, site);
    await anonymous.goto('/history/');
    await expect(anonymous.getByRole('link', { name, exact: true })).toBeVisible();
    await anonymous.goto(`/profiles/${name}/`);
    await expect(anonymous.getByRole('link', { name: 'Edit your profile' })).toHaveCount(0);

    await page.goto(`/profiles/${name}/`);
    await page.getByRole('link', { name: 'Edit your profile' }).click();
    await page.getByLabel('User name', { exact: true }).fill('a b');
    await page.getByLabel('About you').fill('Likes <b>engines</b>.');
    await page.getByLabel('GitHub user name').fill('https://github.com/ada');
    await press(page, 'Save');
    await expect(alertOf(page)).toContainText('User name may contain letters, digits');
    await expect(alertOf(page)).toContainText('GitHub user name must be a user name');
    await expect(page.getByLabel('About you')).toHaveValue('Likes <b>engines</b>.');
    const renamed = `${name}-2`;
    await page.getByLabel('User name', { exact: true }).fill(renamed);
    await page.getByLabel('GitHub user name').fill('ada');
    await page.getByLabel('Favorites').selectOption('yes');
    await press(page, 'Save');
    await expect(page).toHaveURL(`/profiles/${renamed}/`);
    await expect(page.locator('main')).toContainText('Likes <b>engines</b>.');
    await expect(page.getByRole('link', { name: 'GitHub' })).toHaveAttribute(
      'href',
      'https://github.com/ada',
    );
    await expect(header(page).getByRole('link', { name: renamed })).toBeVisible();
    await page.goto('/profiles/edit/');
    await expect(page.getByLabel('Favorites')).toHaveValue('yes');

    await anonymous.goto('/history/');
    await expect(anonymous.getByRole('link', { name: renamed, exact: true })).toBeVisible();
    await expect(anonymous.getByRole('link', { name, exact: true })).toHaveCount(0);
    expect((await anonymous.goto(`/profiles/${name}/`))?.status()).toBe(404);
    await signIn(anonymous, renamed);
    await expect(header(anonymous).getByRole('link', { name: renamed })).toBeVisible();
    for (const it of [page, anonymous]) await it.context().close();
  });

  test(`a taken name is refused, ${how}`, async ({ browser, site }) => {
    const first = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const { page } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    await page.goto('/profiles/edit/');
    await page.getByLabel('User name', { exact: true }).fill(first.name.toUpperCase());
    await press(page, 'Save');
    await expect(alertOf(page)).toHaveText('User name is taken.');
    for (const it of [page, first.page]) await it.context().close();
  });

  test(`a new password needs the old one and ends other sessions, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const other = await openAnonymous(browser, site, { javaScriptEnabled });
    await signIn(other, name);
    await expect(header(other).getByRole('link', { name })).toBeVisible();
    await page.goto('/profiles/edit/');
    await page.getByLabel('Current password').fill('not my password');
    await page.getByLabel('New password').fill('short');
    await press(page, 'Change password');
    await expect(alertOf(page)).toContainText('New password must have at least 10 characters.');
    await expect(page.getByLabel('Current password')).toHaveValue('');
    await page.getByLabel('Current password').fill('not my password');
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await press(page, 'Change password');
    await expect(alertOf(page)).toHaveText('Current password is incorrect.');
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await press(page, 'Change password');
    await expect(page).toHaveURL('/profiles/sessions/');
    await other.goto('/');
    await expect(header(other).getByRole('link', { name: 'Sign in' })).toBeVisible();
    await signIn(other, name);
    await expect(alertOf(other)).toHaveText('Incorrect user name or password.');
    await signIn(other, name, NEW_PASSWORD);
    await expect(header(other).getByRole('link', { name })).toBeVisible();
    for (const it of [page, other]) await it.context().close();
  });

  test(`sessions are listed with their browsers and ended, ${how}`, async ({ browser, site }) => {
    const { page, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
    const others = [];
    for (let index = 0; index < 3; index += 1) {
      const other = await openAnonymous(browser, site, index === 0 ? { userAgent } : {});
      await signIn(other, name);
      await expect(header(other).getByRole('link', { name })).toBeVisible();
      others.push(other);
    }
    await page.goto('/profiles/sessions/');
    const items = page.locator('main li').filter({ hasText: 'Signed in' });
    await expect(items).toHaveCount(4);
    await expect(items.filter({ hasText: '(this session)' })).toHaveCount(1);
    await press(page, 'End session: Firefox on Linux');
    await expect(items).toHaveCount(3);
    await others[0]?.goto('/');
    await expect(header(others[0] ?? page).getByRole('link', { name: 'Sign in' })).toBeVisible();
    await press(page, 'End all other sessions');
    await expect(items).toHaveCount(1);
    await expect(header(page).getByRole('link', { name })).toBeVisible();
    for (const it of [page, ...others]) await it.context().close();
  });

  test(`a deleted account leaves its edits and frees its name, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page, name } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    await page.goto('/grids/add/');
    await page.getByLabel('Title').fill(`Relics ${how}`);
    await press(page, 'Continue');
    await press(page, 'Add grid');
    await expect(page).toHaveURL(/\/edit\/#cells$/);
    const grid = page.url().replace('/edit/#cells', '/').replace('/grids/', '/grids/g/');
    await page.goto('/profiles/delete/');
    await page.getByLabel('Password').fill('not my password');
    await press(page, 'Delete account');
    await expect(alertOf(page)).toHaveText('Password is incorrect.');
    await page.getByLabel('Password').fill(PASSWORD);
    await press(page, 'Delete account');
    await expect(page).toHaveURL('/');
    await expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();

    expect((await page.goto(`/profiles/${name}/`))?.status()).toBe(404);
    for (const path of ['/history/', `${grid}history/`]) {
      await page.goto(path);
      const change = page.locator('main li').filter({ hasText: /^.*by a deleted account/ });
      await expect(change.filter({ hasText: `Relics ${how}` })).toHaveCount(1);
      await expect(page.locator('main')).not.toContainText(name);
    }
    const [path = ''] = await page
      .getByRole('link', { name: /^Change/ })
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    await page.goto(path);
    await expect(page.locator('main')).toContainText('by a deleted account');
    await signIn(page, name);
    await expect(alertOf(page)).toHaveText('Incorrect user name or password.');
    await page.goto('/signup/');
    await page.getByLabel('User name').fill(name);
    await page.getByLabel('Password').fill(PASSWORD);
    await press(page, 'Create account');
    await expect(header(page).getByRole('link', { name })).toBeVisible();
    await page.goto(`/profiles/${name}/`);
    await expect(page.locator('main')).toContainText('No changes yet.');
    await page.context().close();
  });
}

test('a person downloads all that is stored of them', async ({ browser, site }) => {
  const { page, name } = await openAs(browser, site, { role: 'new' });
  await page.goto('/profiles/edit/');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download your data' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(`packgrid-${name}.json`);
  const response = await page.request.get('/profiles/export/');
  expect(response.headers()['cache-control']).toBe('private, no-store');
  expect(await response.json()).toMatchObject({
    account: { name },
    signIn: [{ method: 'password' }],
    sessions: [{}],
    changes: [],
  });
  await page.context().close();
});

const paths = ['/profiles/edit/', '/profiles/sessions/', '/profiles/delete/'];

test('private pages ask to sign in, and nobody stores them', async ({ browser, site }) => {
  const { page, name } = await openAs(browser, site, { role: 'new' });
  const anonymous = await openAnonymous(browser, site);
  for (const path of [...paths, '/profiles/export/']) {
    const own = await page.request.get(path);
    expect(own.status(), path).toBe(200);
    expect(await own.text(), path).toContain(name);
    expect(own.headers()['cache-control'], path).toMatch(/^private, .*no-store/);
    expect(own.headers()['x-cache'] ?? 'none', path).not.toMatch(/hit/i);
    const other = await anonymous.request.get(path, { maxRedirects: 0 });
    expect(await other.text(), path).not.toContain(name);
    const next = path === '/profiles/export/' ? '/profiles/edit/' : path;
    const asked = `/login/?next=${encodeURIComponent(next)}`;
    expect([302, 303, 307], path).toContain(other.status());
    expect(other.headers()['location'], path).toBe(asked);
  }
  for (const it of [page, anonymous]) await it.context().close();
});

test('the only administrator stays', async ({ browser, site }) => {
  writeTo(site, `update accounts set role = 'new' where role = 'admin'`);
  const { page } = await openAs(browser, site, { role: 'admin' });
  await page.goto('/profiles/delete/');
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Delete account');
  await expect(alertOf(page)).toContainText('You are the only administrator.');
  await page.context().close();
});

test('no page of an account has accessibility violations, nor have its errors', async ({
  browser,
  site,
}) => {
  test.setTimeout(120_000);
  const { page, name } = await openAs(browser, site, { role: 'new' });
  const other = await openAnonymous(browser, site);
  await signIn(other, name);
  await expect(header(other).getByRole('link', { name })).toBeVisible();
  await expectPagesAccessible(page, [...paths, `/profiles/${name}/`]);
  await page.goto('/profiles/edit/');
  await page.getByLabel('User name', { exact: true }).fill('');
  await page.getByLabel('GitHub user name').fill('a b');
  await press(page, 'Save');
  await expect(alertOf(page)).toContainText('User name');
  await expectAccessible(page, 'errors of the profile');
  await press(page, 'Change password');
  await expect(alertOf(page).last()).toContainText('New password');
  await expectAccessible(page, 'errors of the password');
  await page.goto('/profiles/delete/');
  await press(page, 'Delete account');
  await expect(alertOf(page)).toHaveText('Password is incorrect.');
  await expectAccessible(page, 'errors of the deletion');
  for (const it of [page, other]) await it.context().close();
});
