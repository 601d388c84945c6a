import { expect, type Browser, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { findViolations } from './axe';
import { signInThroughProvider, testWithProvider } from './provider-site';
import { PROVIDER_NAME } from '@/tests/tools/openid-provider';

const test = testWithProvider({ RATE_LIMIT: '0', REQUEST_LOG: 'off' });

const nameOf = (prefix: string) => `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
const header = (page: Page) => page.getByRole('banner');
const alert = (page: Page) => page.locator('main').getByRole('alert');
const begin = (page: Page) =>
  page.getByRole('button', { name: `Sign in with ${PROVIDER_NAME}` }).click();

/** A page of a browser in which nobody is signed in, here or at the provider. */
async function openFresh(browser: Browser, { port }: { port: number }, javaScriptEnabled = true) {
  const context = await browser.newContext({
    ...{ baseURL: `http://localhost:${port}`, javaScriptEnabled },
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

/** What the database holds about an account. */
function readAccount({ databasePath }: { databasePath: string }, name: string) {
  const database = new Sqlite(databasePath, { readonly: true });
  const account = database.prepare('select * from accounts where name = ?').get(name);
  const credentials = database
    .prepare('select c.* from credentials c join accounts a on a.id = c.user_id where a.name = ?')
    .all(name);
  database.close();
  return { account, credentials };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('a person signs in and comes back to the page they wanted', async ({ browser, site }) => {
      const name = nameOf('grace');
      const { page, faults } = await openFresh(browser, site, javaScriptEnabled);
      await signInThroughProvider(page, name, '/packages/p/celery/');
      await expect(header(page).getByRole('link', { name })).toBeVisible();
      expect(faults).toEqual([]);

      // The second time the provider knows them already, and here they have the same account.
      await page.goto('/logout/');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();
      await page.goto('/login/?next=/grids/');
      await begin(page);
      await expect(page).toHaveURL('/grids/');
      await expect(header(page).getByRole('link', { name, exact: true })).toBeVisible();
      await page.context().close();
    });

    test('a person who changes their mind is back on the page for signing in', async ({
      browser,
      site,
    }) => {
      const { page } = await openFresh(browser, site, javaScriptEnabled);
      await page.goto('/login/');
      await begin(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page).toHaveURL(/\/login\/\?/);
      await expect(alert(page)).toHaveText('Sign-in was cancelled.');
      if (javaScriptEnabled) expect(await findViolations(page)).toEqual([]);
      await page.context().close();
    });

    test('a provider that is down is named as the reason', async ({ browser, site, provider }) => {
      const { page } = await openFresh(browser, site, javaScriptEnabled);
      await page.goto('/login/');
      provider.setRunning(false);
      await begin(page);
      await expect(alert(page)).toContainText('The sign-in provider can’t be reached.');
      provider.setRunning(true);
      await page.context().close();
    });
  });
}

test('the account gets a free, valid name, and keeps it', async ({ browser, site, provider }) => {
  const name = nameOf('ada');
  const names = new Map([
    ['one', name],
    ['two', name.toUpperCase()],
    ['three', `  ${name}@example.org `],
    ['four', '山田'],
  ]);
  provider.describe((subject) => ({
    preferred_username: names.get(subject) ?? subject,
    picture: 'https://pictures.example/ada.png',
  }));
  const expected = [name, `${name.toUpperCase()}-2`, `${name}-example-org`, /^user-\d+$/];
  for (const [index, subject] of [...names.keys()].entries()) {
    const { page } = await openFresh(browser, site);
    await signInThroughProvider(page, subject);
    await expect(
      header(page).getByRole('link', { name: expected[index] ?? 'none', exact: true }),
    ).toBeVisible();
    await page.context().close();
  }
  names.set('one', 'renamed');
  const { page } = await openFresh(browser, site);
  await signInThroughProvider(page, 'one');
  await expect(header(page).getByRole('link', { name, exact: true })).toBeVisible();
  await page.context().close();
  provider.describe((subject) => ({ preferred_username: subject }));
});

test('neither tokens nor pictures nor addresses are stored', async ({
  browser,
  site,
  provider,
}) => {
  const name = nameOf('joan');
  provider.describe((subject) => ({
    ...{ preferred_username: subject, picture: 'https://pictures.example/joan.png' },
    name: 'Joan Clarke',
  }));
  const { page } = await openFresh(browser, site);
  await signInThroughProvider(page, name);
  const { account, credentials } = readAccount(site, name);
  expect(account).toMatchObject({ image: null, role: 'new' });
  expect(credentials).toMatchObject([
    { provider_id: 'oidc', account_id: name, access_token: null, refresh_token: null },
  ]);
  expect(credentials).toMatchObject([{ id_token: null, password: null }]);
  expect(JSON.stringify({ account, credentials })).not.toMatch(/pictures|Clarke/);
  await page.context().close();
  provider.describe((subject) => ({ preferred_username: subject }));
});

for (const next of ['//evil.example/', 'https://evil.example/', '/\\evil.example/']) {
  test(`the foreign address ${next} is ignored`, async ({ browser, site }) => {
    const { page } = await openFresh(browser, site);
    await page.goto(`/login/?next=${encodeURIComponent(next)}`);
    await begin(page);
    await page.getByLabel('Who are you?').fill(nameOf('eve'));
    await page.getByRole('button', { name: 'That’s me' }).click();
    await expect(page).toHaveURL(`http://localhost:${site.port}/`);
    await page.context().close();
  });
}

/** Signs in at the provider, but doesn't follow it back to the site; returns the address of this last step. */
async function stopAtCallback(page: Page, subject: string): Promise<string> {
  await page.goto('/login/');
  await begin(page);
  await expect(page.getByLabel('Who are you?')).toBeVisible();
  let response = await page.request.post(page.url(), { form: { subject }, maxRedirects: 0 });
  for (;;) {
    const { location = '' } = response.headers();
    if (location.includes('/auth/oauth2/callback/oidc')) return location;
    response = await page.request.get(location, { maxRedirects: 0 });
  }
}

const expired = 'This attempt to sign in has expired or was already used.';
const isSignedOut = (page: Page) =>
  expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();

test('an answer of the provider is refused in another browser, with a changed state, and the second time', async ({
  browser,
  site,
}) => {
  const name = nameOf('alan');
  const { page } = await openFresh(browser, site);
  const address = await stopAtCallback(page, name);

  const other = await openFresh(browser, site);
  await other.page.goto(address);
  await expect(other.page).toHaveURL(/\/login\/\?/);
  await expect(alert(other.page)).toContainText(expired);
  await isSignedOut(other.page);

  const forged = new URL(address);
  forged.searchParams.set('state', 'a'.repeat(32));
  await page.goto(forged.href);
  await expect(alert(page)).toContainText(expired);
  forged.searchParams.delete('state');
  await page.goto(forged.href);
  await expect(alert(page)).toContainText(expired);
  await isSignedOut(page);

  await page.goto(address);
  await expect(header(page).getByRole('link', { name })).toBeVisible();
  await page.context().clearCookies({ name: 'packgrid_session' });
  await page.goto(address);
  await expect(alert(page)).toContainText(expired);
  await isSignedOut(page);
  for (const it of [page, other.page]) await it.context().close();
});

test('a code that the provider did not give is refused', async ({ browser, site }) => {
  const { page } = await openFresh(browser, site);
  const address = new URL(await stopAtCallback(page, nameOf('mallory')));
  address.searchParams.set('code', 'a-code-of-their-own');
  await page.goto(address.href);
  await expect(alert(page)).toContainText(expired);
  await isSignedOut(page);
  await page.context().close();
});

test('an answer while the provider is down leads back to signing in', async ({
  browser,
  site,
  provider,
}) => {
  const { page } = await openFresh(browser, site);
  const address = await stopAtCallback(page, nameOf('barbara'));
  provider.setRunning(false);
  await page.goto(address);
  provider.setRunning(true);
  await expect(page).toHaveURL(/\/login\/\?/);
  await expect(alert(page)).toContainText('The sign-in provider');
  await isSignedOut(page);
  await page.context().close();
});

test('a banned account is told so', async ({ browser, site }) => {
  const name = nameOf('troll');
  const first = await openFresh(browser, site);
  await signInThroughProvider(first.page, name);
  const database = new Sqlite(site.databasePath);
  database.prepare('update accounts set banned_at = created_at where name = ?').run(name);
  database.close();
  await first.page.goto('/');
  await isSignedOut(first.page);
  await first.page.goto('/login/');
  await begin(first.page);
  await expect(alert(first.page)).toHaveText('This account is banned.');
  await first.page.context().close();
});

test('a text in the query is never shown', async ({ browser, site }) => {
  const { page } = await openFresh(browser, site);
  await page.goto('/login/?error=Call+us+at+555-0100');
  await expect(alert(page)).toHaveText(
    'The sign-in provider couldn’t sign you in. Please try again.',
  );
  await page.context().close();
});
