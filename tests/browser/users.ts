import { expect, type Browser, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import type { RunningSite } from '@/tests/tools/running-site';

const PASSWORD = 'correct horse battery';

export interface User {
  page: Page;
  name: string;
}

/** A page of a person who has just signed up; close its context afterwards. */
export async function openUser(
  browser: Browser,
  { port }: Pick<RunningSite, 'port'>,
  { javaScriptEnabled = true } = {},
): Promise<User> {
  const context = await browser.newContext({
    ...{ baseURL: `http://localhost:${port}`, javaScriptEnabled, reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const name = `user-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/signup/');
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name })).toBeVisible();
  return { page, name };
}

/** Writes to the database of a running site as another program would. */
export function writeTo(
  { databasePath }: Pick<RunningSite, 'databasePath'>,
  sql: string,
  ...values: unknown[]
) {
  const database = new Sqlite(databasePath);
  database.prepare(sql).run(...values);
  database.close();
}
