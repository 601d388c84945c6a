import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { test } from './edit-site';
import { alertOf, openAs, press } from './users';

const field = (page: Page, name: string) => page.locator('main').getByLabel(name, { exact: true });

/** The newest change on a page of history. */
const newestChange = (page: Page) =>
  page
    .locator('main ol > li')
    .filter({ has: page.getByRole('link', { name: /^Change/ }) })
    .first();

/** Goes through the first step of adding a package. */
async function ask(page: Page, text: string) {
  await field(page, 'Repository or PyPI name').fill(text);
  await press(page, 'Continue');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
  const suffix = javaScriptEnabled ? 'one' : 'two';

  test(`a package is added to the catalogue and a grid in two steps, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    await page.goto('/grids/chat/package/add/');
    await page.getByRole('link', { name: 'Add a new package' }).click();
    await expect(page).toHaveURL('/packages/add/?grid_slug=chat');
    for (const [text, message] of [
      ['', 'Repository or PyPI name is required.'],
      ['https://github.com/django', 'must be the address of a repository, or the name'],
      ['https://djangopackages.org/packages/p/no-such/', 'is the page of a package that isn’t'],
    ] as const) {
      await ask(page, text);
      await expect(alertOf(page)).toContainText(message);
      await expect(field(page, 'Repository or PyPI name')).toHaveValue(text);
    }
    await ask(page, `git@github.com:Zebras/quagga-${suffix}.git`);
    await expect(field(page, 'Name')).toHaveValue(`quagga-${suffix}`);
    await expect(field(page, 'Repository')).toHaveValue(
      `https://github.com/Zebras/quagga-${suffix}`,
    );
    await expect(field(page, 'Grid')).toHaveValue('chat');

    // Errors keep what was typed.
    await field(page, 'Name').fill('');
    await field(page, 'Description').fill('Herds zebras.');
    await field(page, 'Repository').fill('https://github.com/celery/celery');
    await press(page, 'Add package');
    await expect(alertOf(page)).toContainText('Name is required.');
    await field(page, 'Name').fill(`Quagga ${suffix}`);
    await press(page, 'Add package');
    await expect(alertOf(page)).toContainText(
      'Repository is that of Celery (/packages/p/celery/).',
    );
    await expect(field(page, 'Description')).toHaveValue('Herds zebras.');
    await expect(field(page, 'Grid')).toHaveValue('chat');
    await field(page, 'Repository').fill(`https://github.com/Zebras/quagga-${suffix}`);
    await press(page, 'Add package');
    await expect(page).toHaveURL(`/packages/p/quagga-${suffix}/`);
    await page.goto('/grids/g/chat/');
    await expect(page.locator('main')).toContainText(`Quagga ${suffix}`);

    // The next person is led to it.
    await page.goto('/packages/');
    await page.getByRole('link', { name: 'Add a package' }).click();
    await ask(page, `http://www.github.com/zebras/Quagga-${suffix}/tree/main`);
    await expect(page.locator('main').getByRole('status')).toContainText(
      'This package is already listed',
    );
    await page
      .locator('main')
      .getByRole('link', { name: `Quagga ${suffix}` })
      .click();
    await expect(page).toHaveURL(`/packages/p/quagga-${suffix}/`);
    await page.context().close();
  });

  test(`a listed package is added to the grid that it was wanted for, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page } = await openAs(browser, site, { role: 'new', javaScriptEnabled });
    const slug = javaScriptEnabled ? 'celery' : 'huey';
    await page.goto('/packages/add/?grid_slug=chat');
    await ask(page, `pip install ${slug}`);
    await page.getByRole('button', { name: /^Add it to / }).click();
    await expect(page).toHaveURL('/grids/g/chat/');
    await page.goto(`/packages/add/?project=${slug}&grid_slug=chat`);
    await expect(page.locator('main').getByRole('status')).toContainText('too.');
    await expect(page.getByRole('button', { name: /^Add it to / })).toHaveCount(0);
    // A name that is nearly one of the catalogue's.
    await page.goto('/packages/add/?project=djnago-debug-toolbar');
    await expect(page.getByRole('heading', { name: 'Is it one of these?' })).toBeVisible();
    await expect(page.locator('main')).toContainText('django-debug-toolbar');
    await page.context().close();
  });

  test(`a package is deprecated, and that is undone, ${how}`, async ({ browser, site }) => {
    const { page } = await openAs(browser, site, { javaScriptEnabled });
    const slug = javaScriptEnabled ? 'django-kronos' : 'django-scopes';
    await page.goto(`/packages/${slug}/edit/`);
    await page.getByRole('link', { name: 'Mark as deprecated, or undo that' }).click();
    await field(page, 'Replacement').fill('celery');
    await field(page, 'Date').fill('soon');
    await field(page, 'Announcement').fill('on their list');
    await press(page, 'Mark as deprecated');
    await expect(alertOf(page)).toContainText('Date must be a date such as 2026-05-31.');
    await expect(alertOf(page)).toContainText('Announcement must be an address');
    await field(page, 'Date').fill('2026-05-31');
    await field(page, 'Announcement').fill('https://example.org/news/');
    await field(page, 'Replacement').fill('no-such-package');
    await press(page, 'Mark as deprecated');
    await expect(alertOf(page)).toContainText('Replacement is not listed here; enter its address');
    await field(page, 'Replacement').fill('celery');
    await press(page, 'Mark as deprecated');
    await expect(page).toHaveURL(`/packages/p/${slug}/`);

    const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
    const other = await anonymous.newPage();
    await other.goto(`/packages/p/${slug}/`);
    await expect(other.locator('main')).toContainText('Deprecated in May 2026.');
    await expect(other.locator('main')).toContainText('Replaced by Celery.');
    await expect(other.locator('main a[href="https://example.org/news/"]')).toHaveCount(1);
    await other.goto(`/packages/p/${slug}/history/`);
    await expect(newestChange(other)).toContainText('Celery');
    await expect(newestChange(other)).toContainText('2026-05-31');

    await page.goto(`/packages/${slug}/deprecate/`);
    await expect(field(page, 'Replacement')).toHaveValue('celery');
    await press(page, 'Undo the deprecation');
    await expect(page).toHaveURL(`/packages/p/${slug}/`);
    await other.goto(`/packages/p/${slug}/`);
    await expect(other.locator('main')).not.toContainText('Deprecated in');
    await anonymous.close();
    await page.context().close();
  });

  test(`the documentation link is edited alone, ${how}`, async ({ browser, site }) => {
    const { page } = await openAs(browser, site, { role: 'editor', javaScriptEnabled });
    const docs = `https://docs.example/${suffix}/`;
    await page.goto('/packages/ralph/edit/');
    await page.getByRole('link', { name: 'Change the documentation link' }).click();
    await field(page, 'Documentation').fill('docs');
    await press(page, 'Save');
    await expect(alertOf(page)).toContainText('Documentation must be an address');
    await field(page, 'Documentation').fill(docs);
    await press(page, 'Save');
    await expect(page).toHaveURL('/packages/p/ralph/');
    await expect(page.locator(`main a[href="${docs}"]`).first()).toBeVisible();
    await page.context().close();
  });

  test(`packages and grids get another URL, and a revert gives the former one back, ${how}`, async ({
    browser,
    site,
  }) => {
    const { page } = await openAs(browser, site, { role: 'trusted', javaScriptEnabled });
    const records = [
      { form: '/packages/saleor/rename/', page: '/packages/p/', from: 'saleor', taken: 'celery' },
      { form: '/grids/cms/rename/', page: '/grids/g/', from: 'cms', taken: 'chat' },
    ];
    for (const { form, from, taken, page: section } of records) {
      const to = `${from}-${suffix}`;
      await page.goto(form);
      await field(page, 'Last part of the URL').fill('No Slug');
      await press(page, 'Change URL');
      await expect(alertOf(page)).toContainText('must have only lower-case letters');
      await field(page, 'Last part of the URL').fill(taken);
      await press(page, 'Change URL');
      await expect(alertOf(page)).toContainText(`is or was that of “${taken}”`);
      await field(page, 'Last part of the URL').fill(to);
      await press(page, 'Change URL');
      await expect(page).toHaveURL(`${section}${to}/`);
      for (const path of [`${section}${from}/`, form]) {
        await page.goto(path);
        await expect(page).toHaveURL(path.replace(from, to));
      }
      const moved = await page.request.get(
        `/api/v4/${section === '/grids/g/' ? 'grids' : 'packages'}/${from}/`,
        { maxRedirects: 0 },
      );
      expect(moved.headers()['location']).toContain(`/${to}/`);

      await page.goto(`${section}${to}/history/`);
      await newestChange(page)
        .getByRole('link', { name: /^Change/ })
        .click();
      await press(page, 'Revert this change');
      await expect(page).toHaveURL(/\/history\/$/);
      await page.goto(`${section}${to}/`);
      await expect(page).toHaveURL(`${section}${from}/`);
    }
    await page.context().close();
  });
}

test('new accounts are told what they may not do', async ({ browser, site }) => {
  const { page } = await openAs(browser, site, { role: 'new' });
  for (const [path, message] of [
    ['/packages/celery/deprecate/', 'can’t mark a package as deprecated yet'],
    ['/packages/celery/rename/', 'can’t change the URL of a package yet'],
    ['/grids/chat/rename/', 'can’t change the URL of a grid yet'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText(message);
    await expect(page.locator('main form')).toHaveCount(0);
  }
  await page.goto('/packages/celery/edit/');
  await expect(page.getByRole('link', { name: 'Change the URL' })).toHaveCount(0);
  const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
  const other = await anonymous.newPage();
  const asked = '/packages/add/?project=huey&grid_slug=chat';
  await other.goto(asked);
  await expect(other).toHaveURL(`/login/?next=${encodeURIComponent(asked)}`);
  await anonymous.close();
  await page.context().close();
});

test('no page or error state has accessibility violations, in either scheme, on a phone or a desktop', async ({
  browser,
  site,
}) => {
  test.setTimeout(180_000);
  const { page } = await openAs(browser, site, { role: 'admin' });
  const failWith = async (name: string, value: string, button: string) => {
    await field(page, name).fill(value);
    await press(page, button);
    await expect(alertOf(page)).toBeVisible();
  };
  const states: [string, (() => Promise<void>)?][] = [
    ['/packages/add/'],
    ['/packages/add/?project=&grid_slug=chat'],
    ['/packages/add/?project=djnago-debug-toolbar'],
    ['/packages/add/?project=zulip&grid_slug=search'],
    ['/packages/add/?project=quaggb', () => failWith('Name', '', 'Add package')],
    ['/packages/celery/edit/'],
    ['/packages/celery/deprecate/'],
    ['/packages/celery/documentation/edit/'],
    ['/packages/celery/rename/'],
    ['/grids/chat/rename/'],
    ['/packages/celery/deprecate/', () => failWith('Date', 'soon', 'Mark as deprecated')],
    ['/packages/celery/documentation/edit/', () => failWith('Documentation', 'x', 'Save')],
    ['/packages/celery/rename/', () => failWith('Last part of the URL', 'huey', 'Change URL')],
  ];
  for (const [path, act] of states) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await act?.();
    await expectAccessible(page, path);
  }
  await page.context().close();
});
