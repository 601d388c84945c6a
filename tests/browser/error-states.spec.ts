import { expect, type Locator, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { openedFields } from '@/lib/edits/opened';
import { expectAccessible } from './expect-accessible';
import { readForm, sendPlain } from './forms-over-http';
import { entries } from './hostile-entries';
import { alertOf, openAnonymous, openAs, signUp } from './users';
import { test } from './edit-site';

/** Longer than most fields may be, so that each form has an error. */
const TOO_LONG = 5000;

const PHONE = [390];

const URL_AFTER = 'https://after.example/';

/** What is entered in fields that somebody else has changed. */
const AFTER = {
  ...{ title: 'after', description: 'after', text: 'after', slug: 'after', replacement: URL_AFTER },
  ...{ documentation: URL_AFTER, source: URL_AFTER },
};

/** Sets hidden fields of a form. */
const setHidden = (form: Locator, values: Record<string, string>) =>
  form.evaluate((element, given) => {
    for (const [name, value] of Object.entries(given)) {
      const input = element.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input) input.value = value;
    }
  }, values);

/** Sets all text fields of a form: to a text, or to the texts of their names. */
const setTexts = (form: Locator, texts: string | Record<string, string>) =>
  form.evaluate((element, given) => {
    for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input:not([type=hidden], [type=radio], [type=checkbox]), textarea',
    )) {
      field.value = typeof given === 'string' ? given : (given[field.name] ?? field.value);
    }
  }, texts);

const formOf = (page: Page, submit: string) =>
  page
    .locator('main form')
    .filter({ has: page.getByRole('button', { name: submit, exact: true }) })
    .first();

/** Opens a form, changes it, submits it, and returns the errors that the page shows then. */
async function submitRefused(
  page: Page,
  { path, submit }: { path: string; submit: string },
  change: (form: Locator) => Promise<unknown>,
): Promise<Locator> {
  await page.goto(path);
  const form = formOf(page, submit);
  await change(form);
  await form.getByRole('button', { name: submit, exact: true }).click();
  const alert = alertOf(page).first();
  await expect(alert, path).toBeVisible();
  await expect(alert, path).toBeFocused();
  return alert;
}

test('the errors of all forms are announced, lead to their fields, and have no accessibility violations', async ({
  browser,
  site,
}) => {
  test.setTimeout(240_000);
  const { page, name } = await openAs(browser, site, { role: 'admin' });
  const origin = `http://localhost:${site.port}`;
  const database = new Sqlite(site.databasePath, { readonly: true });
  const visitor = await openAnonymous(browser, site);
  const other = await signUp(visitor.request, site, 'editor');
  const given = { database, name, other, take: () => 'x' };
  // Somebody can report a package once at a time, so there is another one for the form.
  for (const what of ['a new package', 'a report', 'a new package', 'a list'] as const) {
    const make = entries[what];
    if (!make) throw new Error(`There is no form for ${what}.`);
    const { path, submit, values } = make(given);
    const form = await readForm(page.request, path, submit);
    const fields = { ...form.fields, ...values };
    const response = await sendPlain(page.request, { path, fields }, { origin });
    expect(response.status(), what).toBe(303);
  }

  for (const [what, make] of Object.entries(entries)) {
    const entry = make(given);
    const isLong = (form: Locator) => setTexts(form, 'x'.repeat(TOO_LONG));
    const alert = await submitRefused(page, entry, isLong);
    await expect(alert, what).toContainText(/must have at most [\d,]+ characters|must be/);
    await expectAccessible(page, `${what}, wrong`, PHONE);
    const link = alert.getByRole('link').first();
    const [, id = ''] = ((await link.getAttribute('href')) ?? '').split('#');
    await link.click();
    await expect(page.locator(`[id="${id}"]`), what).toBeFocused();
    await expect(page.locator(`[id="${id}"]`), what).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator(`[id="${id}-error"]`), what).toBeVisible();

    const expired = await submitRefused(page, entry, (form) => setHidden(form, { token: 'x' }));
    await expect(expired, what).toContainText('submit the form again');
    await expectAccessible(page, `${what}, expired`, PHONE);

    const { fields } = await readForm(page.request, entry.path, entry.submit);
    const opened = Object.keys(openedFields.parse(fields['opened']));
    if (opened.length === 0) continue;
    const stale = Object.fromEntries(opened.map((field) => [field, 'before']));
    const conflict = await submitRefused(page, entry, async (form) => {
      await setTexts(form, AFTER);
      await setHidden(form, { opened: JSON.stringify(stale) });
    });
    await expect(conflict, what).toContainText('Someone else has changed this meanwhile');
    await expectAccessible(page, `${what}, conflict`, PHONE);
  }
  database.close();
  for (const it of [page, visitor]) await it.context().close();
});

test('input stays in a form if the site can’t be reached, or refuses a body that is too large', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site);
  const long = 'x'.repeat(70_000);
  await page.goto('/grids/add/?title=Kept');
  await page.getByLabel('Description').fill(long);
  await page.getByRole('button', { name: 'Add grid' }).click();
  await expect(alertOf(page)).toContainText('The site can’t be reached, or your input is too long');
  await expect(page.getByLabel('Description')).toHaveValue(long);

  await page.getByLabel('Description').fill('short');
  await page.route('**/*', (route) => route.abort());
  await page.getByRole('button', { name: 'Add grid' }).click();
  await expect(page.getByLabel('Description')).toHaveValue('short');
  await expect(alertOf(page)).toContainText('What you typed is kept here');
  await expectAccessible(page, 'an unreachable site', PHONE);

  // Nothing was sent, so the same form can be submitted.
  await page.unroute('**/*');
  await page.getByRole('button', { name: 'Add grid' }).click();
  await expect(page).toHaveURL(/\/grids\/kept\/edit\//);
  await page.context().close();
});

test('input stays in a form whose action the site no longer has', async ({ browser, site }) => {
  const { page } = await openAs(browser, site);
  await page.goto('/grids/add/?title=Outdated');
  await page.route('**/grids/add/**', (route, request) =>
    request.method() === 'POST'
      ? route.continue({ headers: { ...request.headers(), 'next-action': '0'.repeat(42) } })
      : route.continue(),
  );
  await page.getByLabel('Description').fill('kept');
  await page.getByRole('button', { name: 'Add grid' }).click();
  await expect(alertOf(page)).toContainText('The site has been updated since you opened this page');
  await expect(page.getByLabel('Description')).toHaveValue('kept');
  await page.context().close();
});

test('pages that say why somebody may not edit have no accessibility violations', async ({
  browser,
  site,
}) => {
  const { page } = await openAs(browser, site, { role: 'new' });
  const paths = [
    ...['/packages/celery/deprecate/', '/packages/celery/rename/', '/grids/chat/merge/'],
    ...['/grids/chat/rename/', '/moderation/', '/changelog/add/', '/announcements/', '/missing/'],
    ...['/of-the-week/', '/grids/nothing/edit/', '/history/999999/'],
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page, path, PHONE);
  }
  await page.context().close();
});
