import { expect, test } from './fixtures';
import {
  active,
  answerLate,
  answerWith,
  ASKED,
  field,
  list,
  named,
  NAME,
  options,
  status,
  stopTime,
  suggest,
} from './typeahead';

test('typing suggests packages and grids', async ({ page }) => {
  await suggest(page, 'form');
  await expect(options(page).filter({ hasText: 'django-formtools' })).toHaveAttribute(
    'href',
    '/packages/p/django-formtools/',
  );
  await expect(list(page).locator('[href="/grids/g/forms/"]')).toContainText('Forms Grid');
  const count = await options(page).count();
  await expect(status(page)).toHaveText(`${count} suggestions`);
});

for (const path of ['/', '/search/?q=', '/no/such/page/', '/packages/p/no-such-package/']) {
  test(`the search in ${path} suggests too`, async ({ page }) => {
    await suggest(page, 'celery', path);
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    await expect(page).toHaveURL('/packages/p/celery/');
  });
}

test('suggestions are requested after a pause in typing, once per text, and never for an empty one', async ({
  page,
}) => {
  const asked = await answerWith(page, (q) => [named(q)]);
  await page.clock.install();
  await page.goto('/about/');
  await stopTime(page);
  await field(page).pressSequentially('  celery ');
  await page.clock.runFor(119);
  expect(asked).toEqual([]);
  for (const text of ['celery', 'huey', 'celery']) {
    await field(page).fill(text);
    await page.clock.runFor(120);
    await expect(options(page)).toHaveText([text]);
  }
  await field(page).fill(' ');
  await expect(list(page)).toBeHidden();
  await field(page).press('ArrowDown');
  await page.clock.runFor(300);
  await expect(list(page)).toBeHidden();
  expect(asked).toEqual(['celery', 'huey']);
});

test('a response to earlier input is dropped', async ({ page }) => {
  let answerFirst = () => {};
  const first = new Promise<void>((resolve) => (answerFirst = resolve));
  const asked = await answerWith(page, async (q) => {
    if (q === 'cel') await first;
    return [named(`found for ${q}`)];
  });
  await page.goto('/about/');
  await field(page).fill('cel');
  await expect.poll(() => asked).toEqual(['cel']);
  await field(page).fill('celery');
  await expect(options(page)).toHaveText(['found for celery']);
  answerFirst();
  await page.waitForTimeout(300);
  await expect(options(page)).toHaveText(['found for celery']);
});

test('a response that arrives after the field lost focus is dropped', async ({ page }) => {
  const { asked, answerNow } = await answerLate(page);
  await page.goto('/about/');
  await field(page).fill('cel');
  await expect.poll(() => asked).toEqual(['cel']);
  await field(page).press('Tab');
  answerNow();
  await page.waitForTimeout(300);
  await expect(list(page)).toBeHidden();
});

test('the list does not change while the user moves through it', async ({ page }) => {
  const asked = await answerWith(page, (q) => [named(q)]);
  await page.clock.install();
  await suggest(page, 'cel');
  await stopTime(page);
  await field(page).press('e');
  await field(page).press('ArrowDown');
  await page.clock.runFor(300);
  await expect(active(page)).toHaveText('cel');
  expect(asked.at(-1)).toBe('cel');
});

for (const [fault, answer] of [
  ['that fails', { abort: true }],
  ['that is not JSON', { body: '<!doctype html>' }],
  ['of another shape', { body: '{"items":[null,1,{"title":"x"},{"href":["/"]}]}' }],
] as const) {
  test(`a response ${fault} suggests nothing, and the form still works`, async ({ page }) => {
    await page.route(ASKED, (route) =>
      'abort' in answer ? route.abort() : route.fulfill({ body: answer.body }),
    );
    await page.goto('/about/');
    await field(page).fill('celery');
    await expect(status(page)).toHaveText('0 suggestions');
    await expect(list(page)).toBeHidden();
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    await expect(page).toHaveURL('/search/?q=celery');
  });
}

const hostile = ['<img src=x onerror=alert(1)>', '&amp;"\'`%00%ff#?&q=x+y', '\ud800', '日本語 🦄'];

test('hostile characters are shown as text, in the query and in the response', async ({ page }) => {
  const asked = await answerWith(page, (q) => [
    { kind: '<b>', title: q, description: `<i>${q}</i>`, href: '/terms/' },
  ]);
  await page.goto('/about/');
  for (const text of hostile) {
    await field(page).fill(text);
    const sent = text.replace('\ud800', '\ufffd');
    await expect(options(page)).toHaveText([`${sent} <i>${sent}</i>`]);
    expect(asked.at(-1)).toBe(sent);
  }
  await expect(page.locator('search-suggestions :is(img, i, b)')).toHaveCount(0);
});

test('the site itself responds to hostile characters', async ({ page }) => {
  await page.goto('/about/');
  for (const text of [...hostile, 'x'.repeat(200), '"', "';--"]) {
    const answered = page.waitForResponse(ASKED);
    await field(page).fill(text);
    expect((await answered).status(), text).toBe(200);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field is a plain input, and the form works', async ({ page }) => {
    await page.goto('/about/');
    await expect(field(page)).toHaveCount(0);
    await page.getByRole('searchbox', { name: NAME }).fill('celery');
    await page.getByRole('searchbox', { name: NAME }).press('Enter');
    await expect(page).toHaveURL('/search/?q=celery');
  });
});
