import type { APIRequestContext, Page } from '@playwright/test';
import { findViolations } from './axe';
import { expectPagesAccessible } from './expect-accessible';
import { expect, test } from './fixtures';

const PASSWORD = 'correct horse battery';
const HOME = `http://localhost:${process.env['PACKGRID_TEST_PORT'] ?? ''}`;
const nameOf = (prefix: string) => `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
const alert = (page: Page) => page.locator('main').getByRole('alert');
const header = (page: Page) => page.getByRole('banner');

async function fill(page: Page, name: string, password = PASSWORD) {
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(password);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });

    test('a person creates an account, signs out, and signs in again', async ({ page }) => {
      const name = nameOf('ada');
      await page.goto('/signup/?next=/grids/');
      await fill(page, name);
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page).toHaveURL('/grids/');
      await expect(header(page).getByRole('link', { name })).toBeVisible();

      await page.goto('/logout/');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL('/');
      await expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();

      await page.goto('/login/?next=/packages/p/celery/');
      await fill(page, name.toUpperCase(), 'wrong password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(alert(page)).toHaveText('Incorrect user name or password.');
      await expect(page.getByLabel('User name')).toHaveValue(name.toUpperCase());
      await expect(page.getByLabel('Password')).toHaveValue('');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL('/packages/p/celery/');
      await expect(header(page).getByRole('link', { name })).toBeVisible();
    });

    test('errors name the fields, and the input is kept', async ({ page }) => {
      await page.goto('/signup/');
      await fill(page, 'a b', 'short');
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(alert(page)).toContainText('User name may contain letters, digits');
      await expect(alert(page)).toContainText('Password must have at least 10 characters.');
      const field = page.getByLabel('User name');
      await expect(field).toHaveValue('a b');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(/may contain letters/);
      await alert(page)
        .getByRole('link', { name: /User name/ })
        .click();
      await expect(field).toBeFocused();
      if (javaScriptEnabled) expect(await findViolations(page)).toEqual([]);
    });
  });
}

test('a taken name is refused, in any case of letters', async ({ page }) => {
  const name = nameOf('bob');
  for (const typed of [name, name.toUpperCase()]) {
    await page.context().clearCookies();
    await page.goto('/signup/');
    await fill(page, typed);
    await page.getByRole('button', { name: 'Create account' }).click();
    if (typed === name) await expect(page).toHaveURL('/');
  }
  await expect(alert(page)).toHaveText('User name is taken.');
  await page.context().clearCookies();
});

test('signing in leads to pages of this site only', async ({ page }) => {
  const name = nameOf('eve');
  await page.goto('/signup/?next=//evil.example/');
  await fill(page, name);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/login/?next=https://evil.example/');
  await expect(page).toHaveURL('/');
  await page.context().clearCookies();
});

test('after ten wrong passwords the account has to wait', async ({ page }) => {
  const name = nameOf('mallory');
  await page.goto('/login/');
  for (let attempt = 0; attempt < 11; attempt += 1) {
    await fill(page, name, `guess ${attempt}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await expect(alert(page)).toContainText('Too many attempts.');
});

for (const path of ['/login/', '/signup/']) {
  test(`${path} has no accessibility violations`, async ({ page }) => {
    await expectPagesAccessible(page, [path]);
  });
}

/** The form of a page as a browser without JavaScript sends it. */
async function readForm(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
}

test.describe('a form', () => {
  const send = (request: APIRequestContext, form: Record<string, string>, headers = {}) =>
    request.post('/signup/', { multipart: form, headers, maxRedirects: 0 });
  const isSignedIn = async (request: APIRequestContext) =>
    !(await (await request.get('/')).text()).includes('href="/login/"');

  test('is accepted from its own page, once', async ({ playwright }) => {
    const request = await playwright.request.newContext({ baseURL: HOME });
    const form = { ...(await readForm(request, '/signup/')), password: PASSWORD };
    const first = await send(request, { ...form, name: nameOf('form') }, { origin: HOME });
    expect([first.status(), first.headers()['location']]).toEqual([303, '/']);
    expect(await isSignedIn(request)).toBe(true);
    await request.dispose();

    const replay = await playwright.request.newContext({ baseURL: HOME });
    const again = await send(replay, { ...form, name: nameOf('form') }, { origin: HOME });
    expect(again.status()).toBe(409);
    expect(await again.text()).toContain('This form was already submitted.');
    expect(await isSignedIn(replay)).toBe(false);
    await replay.dispose();
  });

  for (const [what, change, headers] of [
    ['with a foreign origin', {}, { origin: 'https://evil.example' }],
    ['without an origin', {}, {}],
    ['without a token', { token: '' }, undefined],
    ['with a made-up token', { token: 'a.9999999999.b' }, undefined],
  ] as const) {
    test(`is refused ${what}`, async ({ playwright }) => {
      const request = await playwright.request.newContext({ baseURL: HOME });
      const form = { ...(await readForm(request, '/signup/')), password: PASSWORD, ...change };
      const name = nameOf('forged');
      const answer = await send(request, { ...form, name }, headers ?? { origin: HOME });
      expect(answer.status()).toBe(403);
      expect(await isSignedIn(request)).toBe(false);
      await request.dispose();
    });
  }
});

test('a page for a session is neither stored nor shared', async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: HOME });
  const name = nameOf('private');
  const form = { ...(await readForm(request, '/signup/')), password: PASSWORD, name };
  await request.post('/signup/', { multipart: form, headers: { origin: HOME } });
  const own = await request.get('/packages/p/celery/');
  expect(await own.text()).toContain(`/profiles/${name}/`);
  expect(own.headers()['cache-control']).toContain('private');
  const others = await playwright.request.newContext({ baseURL: HOME });
  const shared = await others.get('/packages/p/celery/');
  expect(await shared.text()).not.toContain(name);
  await request.dispose();
  await others.dispose();
});
