import type { APIRequestContext, Browser, Locator, Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import type { RunningSite } from '@/tests/tools/running-site';
import { readForm, sendPlain } from './forms-over-http';

export const PASSWORD = 'correct horse battery';

export interface User {
  page: Page;
  name: string;
}

type Site = Pick<RunningSite, 'port' | 'databasePath'>;

/** A page of a browser in which nobody is signed in. */
export async function openAnonymous(
  browser: Browser,
  { port }: Pick<Site, 'port'>,
  { javaScriptEnabled = true, userAgent }: { javaScriptEnabled?: boolean; userAgent?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: `http://localhost:${port}`, javaScriptEnabled, reducedMotion: 'reduce' },
    ...(userAgent === undefined ? {} : { userAgent }),
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

/** A page of a user who has just signed up and got this role. */
export async function openAs(
  browser: Browser,
  site: Site,
  { role = 'editor', javaScriptEnabled = true } = {},
): Promise<User> {
  const page = await openAnonymous(browser, site, { javaScriptEnabled });
  return { page, name: await signUp(page.context().request, site, role) };
}

/** Creates an account with this role, and returns its name. */
export async function signUp(request: APIRequestContext, site: Site, role: string) {
  const name = `${role}-${crypto.randomUUID().slice(0, 8)}`;
  const form = await readForm(request, '/signup/', 'Create account');
  const fields = { ...form.fields, name, password: PASSWORD };
  const origin = `http://localhost:${site.port}`;
  const response = await sendPlain(request, { ...form, fields }, { origin });
  if (response.status() !== 303) throw new Error(`Signing up failed: ${response.status()}.`);
  writeTo(site, 'update accounts set role = ? where name = ?', role, name);
  return name;
}

/** Writes to the database of a running site as another program would. */
export function writeTo(
  { databasePath }: Pick<Site, 'databasePath'>,
  sql: string,
  ...values: unknown[]
) {
  const database = new Sqlite(databasePath);
  database.prepare(sql).run(...values);
  database.close();
}

/** Presses a button of a form. */
export const press = (within: Page | Locator, name = 'Save') =>
  within.getByRole('button', { name, exact: true }).first().click();

/** The errors above a form. */
export const alertOf = (page: Page) => page.locator('main').getByRole('alert');

/** The paths of the forms of a grid's cells, from its editing page as it is without scripts. */
export async function listCells(request: APIRequestContext, grid: string): Promise<string[]> {
  const html = await (await request.get(`/grids/${grid}/edit/`)).text();
  return [...html.matchAll(/href="(\/grids\/element\/[^"]+)"/g)].map(([, path = '']) => path);
}
