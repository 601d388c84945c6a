import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import type { RunningSite } from '@/tests/tools/running-site';

const PASSWORD = 'correct horse battery';

interface Person {
  page: Page;
  name: string;
}

/** A page of a user who has just signed up, with this role. */
export async function openAs(
  browser: Browser,
  { port, databasePath }: Pick<RunningSite, 'port' | 'databasePath'>,
  { role = 'editor', javaScriptEnabled = true } = {},
): Promise<Person> {
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
  return { page, name };
}

/** Presses a button of a form. */
export const press = (within: Page | Locator, name = 'Save') =>
  within.getByRole('button', { name, exact: true }).first().click();

/** The errors above a form. */
export const alertOf = (page: Page) => page.locator('main').getByRole('alert');

/** The paths of the forms of a grid's cells, from its editing page as it is without scripts. */
export async function cellsOf(page: Page, grid: string): Promise<string[]> {
  const html = await (await page.request.get(`/grids/${grid}/edit/`)).text();
  return [...html.matchAll(/href="(\/grids\/element\/[^"]+)"/g)].map(([, path = '']) => path);
}
