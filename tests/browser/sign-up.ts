import { expect, type Browser, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import type { RunningSite } from '@/tests/tools/running-site';

const PASSWORD = 'correct horse battery';

interface Options {
  role?: string;
  javaScriptEnabled?: boolean;
}

/** A page of somebody who has just signed up on this site, with this role. */
export async function signUp(
  browser: Browser,
  { port, databasePath }: Pick<RunningSite, 'port' | 'databasePath'>,
  { role = 'editor', javaScriptEnabled = true }: Options = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: `http://localhost:${port}`, javaScriptEnabled, reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const name = `${role}-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/signup/');
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name })).toBeVisible();
  const database = new Sqlite(databasePath);
  database.prepare('update accounts set role = ? where name = ?').run(role, name);
  database.close();
  return page;
}
