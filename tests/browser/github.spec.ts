import { expect, test as base, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import {
  GITHUB_AUTHORIZE,
  GITHUB_CODE,
  withGithubDouble,
  type GithubDouble,
} from '@/tests/tools/github-double';
import { withSite, type RunningSite } from '@/tests/tools/running-site';

const test = base.extend<object, { github: GithubDouble; site: RunningSite }>({
  github: [
    async ({}, use) => {
      await withGithubDouble(use);
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ github }, use) => {
      const settings = { ...github.settings, RATE_LIMIT: '0', REQUEST_LOG: 'off' };
      await withSite({ settings }, use);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const header = (page: Page) => page.getByRole('banner');
const alert = (page: Page) => page.locator('main').getByRole('alert');

/** Answers for the page of GitHub that asks whether the site may know who it is, and returns what the site asked of it. */
async function playGithub(page: Page, code = GITHUB_CODE) {
  const asked: URLSearchParams[] = [];
  await page.route(`${GITHUB_AUTHORIZE}**`, (route) => {
    const { searchParams } = new URL(route.request().url());
    asked.push(searchParams);
    const back = (answer: Record<string, string>) => {
      const state = searchParams.get('state') ?? '';
      const query = new URLSearchParams({ ...answer, state });
      return `${searchParams.get('redirect_uri') ?? ''}?${query}`.replaceAll('&', '&amp;');
    };
    const body = `<a href="${back({ code })}">Authorize</a>
      <a href="${back({ error: 'access_denied' })}">Cancel</a>`;
    return route.fulfill({ contentType: 'text/html', body });
  });
  return asked;
}

async function signIn(page: Page, { port }: RunningSite, answer = 'Authorize', next = '/grids/') {
  await page.goto(`http://localhost:${port}/login/?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: 'Sign in with GitHub' }).click();
  await page.getByRole('link', { name: answer }).click();
}

test('a person signs in with GitHub, which tells the site no more than who they are', async ({
  page,
  site,
  github,
}) => {
  const asked = await playGithub(page);
  github.profile = {
    ...{ id: 4711, login: 'Grace-Hopper', name: 'Grace Brewster Hopper' },
    ...{ email: 'grace@navy.example', avatar_url: 'https://pictures.example/4711.png' },
  };
  await signIn(page, site);
  await expect(page).toHaveURL(/\/grids\/$/);
  await expect(header(page).getByRole('link', { name: 'Grace-Hopper' })).toBeVisible();
  expect(asked[0]?.get('scope') ?? '').toBe('');
  expect(asked[0]?.get('redirect_uri')).toBe(`http://localhost:${site.port}/auth/callback/github`);
  expect(Object.fromEntries(github.exchanges.at(-1) ?? [])).toMatchObject({
    ...{ client_id: 'packgrid', client_secret: 'a secret of the site', code: GITHUB_CODE },
    grant_type: 'authorization_code',
  });

  const database = new Sqlite(site.databasePath, { readonly: true });
  const account = database.prepare(`select * from accounts where name = 'grace-hopper'`).get();
  const credentials = database.prepare(`select * from credentials where account_id = '4711'`).get();
  database.close();
  expect(account).toMatchObject({ sign_in_key: '4711@github.invalid', image: null });
  expect(credentials).toMatchObject({ provider_id: 'github', access_token: null });
  expect(JSON.stringify({ account, credentials })).not.toMatch(/navy|pictures|Brewster|gho_/);

  // A new name at GitHub changes nothing here, since the id is the same.
  await page.context().clearCookies();
  github.profile = { id: 4711, login: 'renamed', name: null, email: null };
  await signIn(page, site);
  await expect(header(page).getByRole('link', { name: 'Grace-Hopper' })).toBeVisible();
});

test('a person who changes their mind is back on the page for signing in', async ({
  page,
  site,
}) => {
  await playGithub(page);
  await signIn(page, site, 'Cancel');
  await expect(page).toHaveURL(/\/login\/\?next=%2Fgrids%2F&error=access_denied/);
  await expect(alert(page)).toHaveText('Sign-in was cancelled.');
});

test('a code that GitHub did not give is refused', async ({ page, site }) => {
  await playGithub(page, 'a-code-of-their-own');
  await signIn(page, site);
  await expect(alert(page)).toContainText('This attempt to sign in has expired');
  await expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('GitHub that answers with nonsense is named as the reason', async ({ page, site, github }) => {
  await playGithub(page);
  github.profile = {};
  await signIn(page, site);
  await expect(alert(page)).toContainText('The sign-in provider');
  await expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();
});
