import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { atomFaults, rssFaults } from '@/tests/tools/feed-rules';
import { expectAccessible, expectPagesAccessible } from './expect-accessible';
import { alertOf, openAs, press, writeTo } from './users';
import { test } from './edit-site';

const hostile = [
  'Feeds for everyone.',
  '<script>document.title = "taken"</script>',
  '<img src="/no-such-file" onerror="document.title = `taken`">',
  '[look](javascript:document.title=`taken`)',
  '![pixel](https://example.org/pixel.png)',
].join('\n\n');

const fieldOf = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** Fills in the form of a post. */
async function fillIn(page: Page, post: { title?: string; body?: string; state?: string }) {
  if (post.title !== undefined) await fieldOf(page, 'Title').fill(post.title);
  if (post.body !== undefined) await fieldOf(page, 'Text').fill(post.body);
  if (post.state !== undefined) await fieldOf(page, 'State').selectOption(post.state);
}

test('an empty changelog says so, and its feeds are valid', async ({ browser, site }) => {
  writeTo(site, 'delete from posts');
  const origin = `http://localhost:${site.port}`;
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/help/');
  await page.locator('main').getByRole('link', { name: 'changelog' }).click();
  await expect(page.locator('main')).toContainText('No posts yet.');
  await expect(page.getByRole('link', { name: 'Add a post' })).toHaveCount(0);
  const rss = `${origin}/changelog/feeds/rss/`;
  const atom = `${origin}/changelog/feeds/atom/`;
  expect(rssFaults(await (await context.request.get(rss)).text(), rss)).toEqual([]);
  expect(atomFaults(await (await context.request.get(atom)).text(), atom)).toEqual([]);
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`a post is drafted, published, changed and deleted, ${how}`, async ({ browser, site }) => {
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
    const reader = await anonymous.newPage();
    const title = `New feeds ${how}`;

    // The lists are in the cache before the post is written.
    await reader.goto('/changelog/');
    await page.goto('/changelog/');
    await page.getByRole('link', { name: 'Add a post' }).click();
    await fillIn(page, { title, state: 'published' });
    await fieldOf(page, 'Publication time').fill('tomorrow');
    await press(page, 'Add post');
    await expect(alertOf(page)).toContainText('Text is required.');
    await expect(alertOf(page)).toContainText('Publication time must be a date and time such as');
    await expect(fieldOf(page, 'Title')).toHaveValue(title);
    await fieldOf(page, 'Publication time').fill('');
    await fillIn(page, { body: hostile, state: 'draft' });
    await press(page, 'Add post');
    await expect(page).toHaveURL(
      /\/changelog\/\d{4}-\d\d-\d\d-new-feeds-with(out)?-javascript\/edit\/$/,
    );
    await expect(page.locator('.post-body')).toContainText('<script>');
    const path = new URL(page.url()).pathname.replace('edit/', '');

    expect((await reader.goto(path))?.status()).toBe(404);
    await reader.goto('/changelog/');
    await expect(reader.locator('main')).not.toContainText(title);

    await fillIn(page, { state: 'published' });
    await press(page);
    await expect(page).toHaveURL(path);
    await reader.goto('/changelog/');
    await reader.getByRole('link', { name: title }).click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(reader).toHaveTitle(`${title} · Packgrid`);
    await expect(reader.locator('.post-body')).toContainText('[look](javascript:');
    await expect(reader.locator('.post-body :is(img, script)')).toHaveCount(0);
    const feed = await (await anonymous.request.get('/changelog/feeds/')).text();
    expect(feed).toContain(`<title>${title}</title>`);
    expect(feed).toContain('<description>Feeds for everyone.</description>');

    await page.getByRole('link', { name: 'Edit this post' }).click();
    await fillIn(page, { title: `Better feeds ${how}`, body: 'Now with *Atom*.' });
    await press(page);
    await expect(page).toHaveURL(path);
    await reader.reload();
    await expect(reader.locator('.post-body em')).toHaveText('Atom');

    await page.getByRole('link', { name: 'Edit this post' }).click();
    await press(page, 'Delete this post');
    await expect(page).toHaveURL('/changelog/');
    expect((await reader.goto(path))?.status()).toBe(404);
    await anonymous.close();
    await page.context().close();
  });

  test(`an announcement is on every page until it ends, ${how}`, async ({ browser, site }) => {
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
    const reader = await anonymous.newPage();
    const text = `Down on Sunday, ${how}`;
    const shown = reader.getByRole('complementary', { name: 'Announcement' });
    const pages = ['/', '/grids/g/chat/', '/packages/p/celery/', '/changelog/', '/login/'];

    for (const path of pages) await reader.goto(path);
    await expect(shown).toHaveCount(0);
    await page.goto('/announcements/');
    await fieldOf(page, 'Text').fill(text);
    await fieldOf(page, 'Link').fill('https://example.org/');
    await press(page, 'Add announcement');
    await expect(alertOf(page)).toContainText('Link must start with one /.');
    await fieldOf(page, 'Link').fill('/changelog/');
    await press(page, 'Add announcement');
    await expect(page.getByRole('complementary', { name: 'Announcement' })).toHaveText(text);
    for (const path of pages) {
      await reader.goto(path);
      await expect(shown, path).toHaveText(text);
    }
    await shown.getByRole('link').click();
    await expect(reader).toHaveURL('/changelog/');

    await press(page, `End “${text}”`);
    await expect(page.getByRole('button', { name: /^End/ })).toHaveCount(0);
    for (const path of pages) {
      await reader.goto(path);
      await expect(shown, path).toHaveCount(0);
    }
    await anonymous.close();
    await page.context().close();
  });

  test(`the home page shows what was chosen for this week, ${how}`, async ({ browser, site }) => {
    const { page } = await openAs(browser, site, { role: 'moderator', javaScriptEnabled });
    const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
    const reader = await anonymous.newPage();
    const heading = reader.getByRole('heading', { name: 'Grid and package of the week' });
    await reader.goto('/');
    await expect(heading).toHaveCount(0);

    await page.goto('/of-the-week/');
    const weeks = page.getByRole('listitem').filter({ hasText: 'Week of' }).first();
    await fieldOf(page, 'Grid').fill('websockets');
    await fieldOf(page, 'Package').fill('no-such-package');
    await press(page);
    await expect(alertOf(page)).toContainText('Package is not in the catalogue.');
    await fieldOf(page, 'Package').fill('Daphne');
    await fieldOf(page, 'Reason').fill('Real time is in fashion.');
    await press(page);
    await expect(weeks).toContainText('Daphne');
    await reader.goto('/');
    await expect(heading).toBeVisible();
    await expect(reader.locator('main')).toContainText('Real time is in fashion.');
    await expect(reader.locator('section', { has: heading }).getByRole('link')).toHaveText(
      ['Websockets', 'Daphne'],
      { ignoreCase: true },
    );

    await page.goto('/of-the-week/');
    await fieldOf(page, 'Grid').fill('');
    await fieldOf(page, 'Package').fill('');
    await press(page);
    await expect(weeks).not.toContainText('Daphne');
    await reader.goto('/');
    await expect(heading).toHaveCount(0);
    await anonymous.close();
    await page.context().close();
  });
}

const forms = ['/changelog/add/', '/announcements/', '/of-the-week/'];

test('only moderators get the forms', async ({ browser, site }) => {
  const { page } = await openAs(browser, site, { role: 'trusted' });
  for (const path of [...forms, '/changelog/no-such-post/edit/']) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText('can’t write posts and announcements yet');
    await expect(page.locator('main form')).toHaveCount(0);
  }
  await page.goto('/changelog/');
  await expect(page.getByRole('link', { name: 'Add a post' })).toHaveCount(0);
  await page.context().close();

  const anonymous = await browser.newContext({ baseURL: `http://localhost:${site.port}` });
  const other = await anonymous.newPage();
  for (const path of forms) {
    await other.goto(path);
    await expect(other).toHaveURL(`/login/?next=${encodeURIComponent(path)}`);
  }
  await anonymous.close();
});

test('no page has accessibility violations, in either scheme, on a phone or a desktop', async ({
  browser,
  site,
}) => {
  test.setTimeout(180_000);
  const { page } = await openAs(browser, site, { role: 'moderator' });
  const long = [
    ...['# Title', '### Part', 'A [link](/help/), `code`.', '- one', '> quoted'],
    ...[`\`\`\`\n${'word '.repeat(60)}\n\`\`\``, 'x'.repeat(300)],
  ].join('\n\n');
  for (const state of ['draft', 'published']) {
    await page.goto('/changelog/add/');
    await fillIn(page, { title: `Much of a ${state} `.repeat(5), body: long, state });
    await press(page, 'Add post');
    await expect(page).toHaveURL(/\/changelog\/\d[\w-]+\/(edit\/)?$/);
  }
  const post = new URL(page.url()).pathname;
  await page.goto('/announcements/');
  await fieldOf(page, 'Text').fill('A long announcement that needs more than a line. '.repeat(3));
  await fieldOf(page, 'Link').fill('/changelog/');
  await press(page, 'Add announcement');
  await expect(page.getByRole('button', { name: /^End/ })).toBeVisible();
  const paths = [
    ...['/changelog/', post, `${post}edit/`, ...forms, '/', '/feeds/'],
    ...['/help/', '/faq/', '/acceptable-use/', '/funding/', '/stack/', '/about/'],
  ];
  await expectPagesAccessible(page, paths);
  for (const [path, button] of [
    ['/changelog/add/', 'Add post'],
    ['/announcements/', 'Add announcement'],
  ] as const) {
    await page.goto(path);
    await press(page, button);
    await expect(alertOf(page)).toBeVisible();
    await expectAccessible(page, `errors of ${path}`);
  }
  await page.context().close();
});
