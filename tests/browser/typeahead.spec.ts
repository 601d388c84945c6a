import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const NAME = 'Search packages and grids';
const ASKED = '**/search/suggestions/**';

const field = (page: Page) => page.getByRole('combobox', { name: NAME });
const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const options = (page: Page) => list(page).getByRole('option');
const active = (page: Page) => list(page).getByRole('option', { selected: true });
const status = (page: Page) => page.locator('search-suggestions').getByRole('status');

/** Types into the search of a page until there are suggestions. */
async function suggest(page: Page, text: string, path = '/about/') {
  await page.goto(path);
  await field(page).pressSequentially(text);
  await expect(list(page)).toBeVisible();
}

interface Answer {
  kind: string;
  title: string;
  description: string;
  href: string;
}

const named = (title: string): Answer => ({
  kind: 'package',
  title,
  description: '',
  href: '/terms/',
});

/** Has the site suggest what `answer` says for a text, and keeps what it was asked. */
async function answerWith(page: Page, answer: (q: string) => Answer[] | Promise<Answer[]>) {
  const asked: string[] = [];
  await page.route(ASKED, async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? 'none';
    asked.push(q);
    const items = await answer(q);
    // A question that nobody waits for any more can't be answered.
    await route.fulfill({ json: { query: q, items } }).catch(() => undefined);
  });
  return asked;
}

/** Has the site suggest something, but only when it is told to. */
async function answerLate(page: Page) {
  let answerNow = () => {};
  const told = new Promise<void>((resolve) => (answerNow = resolve));
  const asked = await answerWith(page, async () => {
    await told;
    return [named('Late')];
  });
  return { asked, answerNow };
}

/** From now on time stands still in the page, until the test moves it. */
const stopTime = (page: Page) => page.clock.pauseAt(Date.now() + 3_600_000);

test('what is typed is completed to packages and grids', async ({ page }) => {
  await suggest(page, 'form');
  await expect(options(page).filter({ hasText: 'django-formtools' })).toHaveAttribute(
    'href',
    '/packages/p/django-formtools/',
  );
  await expect(list(page).locator('[href="/grids/g/forms/"]')).toContainText('Forms Grid');
  const count = await options(page).count();
  await expect(status(page)).toHaveText(`${count} suggestions`);
});

test('a screen reader is told of the list, its state and the active option', async ({ page }) => {
  await page.goto('/about/');
  await expect(field(page)).toHaveAttribute('aria-autocomplete', 'list');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await field(page).pressSequentially('celery');
  await expect(list(page)).toBeVisible();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  const id = await list(page).getAttribute('id');
  await expect(field(page)).toHaveAttribute('aria-controls', id ?? 'none');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');

  await field(page).press('ArrowDown');
  await expect(active(page)).toHaveCount(1);
  await expect(active(page)).toHaveAccessibleName(/^Celery Distributed Task Queue/i);
  const option = await active(page).getAttribute('id');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', option ?? 'none');
  await expect(field(page)).toBeFocused();
  await expect(page.locator('header')).toMatchAriaSnapshot(`
    - search "Site":
      - combobox "${NAME}" [expanded]: celery
      - status: /suggestion/
      - listbox "Suggestions":
        - option /Celery/ [selected]
      - button "Search"
  `);

  await field(page).press('Escape');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await expect(status(page)).toHaveText('');
});

test('the arrow keys go round the options, and leave the text as it is', async ({ page }) => {
  await answerWith(page, () => ['One', 'Two', 'Three'].map(named));
  await suggest(page, 'queue');
  for (const [key, title] of [
    ['ArrowDown', 'One'],
    ['ArrowDown', 'Two'],
    ['ArrowDown', 'Three'],
    ['ArrowDown', 'One'],
    ['ArrowUp', 'Three'],
    ['ArrowUp', 'Two'],
  ] as const) {
    await field(page).press(key);
    await expect(active(page)).toHaveText(title);
  }
  await expect(field(page)).toHaveValue('queue');
});

test('Up in a list that was just opened leads to its last option', async ({ page }) => {
  await answerWith(page, () => ['One', 'Two', 'Three'].map(named));
  await suggest(page, 'queue');
  await field(page).press('ArrowUp');
  await expect(active(page)).toHaveText('Three');
});

test('Enter opens the active option', async ({ page }) => {
  await suggest(page, 'celery');
  await field(page).press('ArrowDown');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/packages/p/celery/');
  await page.goBack();
  await expect(list(page)).toBeHidden();
});

test('Enter without an active option searches', async ({ page }) => {
  await suggest(page, 'celery');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/search/?q=celery');
});

test('Enter searches for what was typed since an option was active', async ({ page }) => {
  await suggest(page, 'celer');
  await field(page).press('ArrowDown');
  await field(page).press('y');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/search/?q=celery');
});

test('a first Escape closes the list, a second clears the field', async ({ page }) => {
  await suggest(page, 'celery');
  await field(page).press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveValue('celery');
  await field(page).press('Escape');
  await expect(field(page)).toHaveValue('');
});

test('Escape before the answer leaves the list closed', async ({ page }) => {
  const { asked, answerNow } = await answerLate(page);
  await page.goto('/about/');
  await field(page).fill('cel');
  await expect.poll(() => asked).toEqual(['cel']);
  await field(page).press('Escape');
  answerNow();
  await page.waitForTimeout(300);
  await expect(list(page)).toBeHidden();
});

test('Down opens the list again', async ({ page }) => {
  await suggest(page, 'celery');
  await field(page).press('Escape');
  await field(page).press('ArrowDown');
  await expect(active(page)).toContainText('Celery');
});

test('Tab closes the list and goes on to the button', async ({ page }) => {
  await suggest(page, 'celery');
  await field(page).press('ArrowDown');
  await field(page).press('Tab');
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
});

test('keys of the caret are left to the text', async ({ page }) => {
  await suggest(page, 'celery');
  const caret = () => field(page).evaluate((it: HTMLInputElement) => it.selectionStart);
  for (const [key, place] of [
    ['Home', 0],
    ['ArrowRight', 1],
    ['End', 6],
    ['ArrowLeft', 5],
  ] as const) {
    await field(page).press('ArrowDown');
    await expect(active(page)).toHaveCount(1);
    await field(page).press(key);
    await expect(active(page)).toHaveCount(0);
    expect(await caret()).toBe(place);
    await expect(list(page)).toBeVisible();
  }
});

test('a click opens an option, one with Control in a tab of its own', async ({ page, context }) => {
  await suggest(page, 'celery');
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    options(page)
      .first()
      .click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await expect(tab).toHaveURL('/packages/p/celery/');
  await tab.close();
  await page.bringToFront();
  await expect(page).toHaveURL('/about/');
  await field(page).press('ArrowDown');
  await options(page).first().click();
  await expect(page).toHaveURL('/packages/p/celery/');
});

test('a click elsewhere closes the list', async ({ page }) => {
  await suggest(page, 'celery');
  await page.getByRole('contentinfo').click({ position: { x: 2, y: 2 } });
  await expect(list(page)).toBeHidden();
});

test('a slash leads to the field, and is typed there', async ({ page }) => {
  await page.goto('/packages/');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('celery');
  await expect(options(page).first()).toContainText('Celery');
});

for (const path of ['/', '/search/?q=', '/no/such/page/', '/packages/p/no-such-package/']) {
  test(`the search in ${path} suggests too`, async ({ page }) => {
    await suggest(page, 'celery', path);
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    await expect(page).toHaveURL('/packages/p/celery/');
  });
}

test('the site is asked once somebody pauses, once for a text, and never for none', async ({
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

test('an answer to what was typed before is dropped', async ({ page }) => {
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

test('an answer that comes after the field was left is dropped', async ({ page }) => {
  const { asked, answerNow } = await answerLate(page);
  await page.goto('/about/');
  await field(page).fill('cel');
  await expect.poll(() => asked).toEqual(['cel']);
  await field(page).press('Tab');
  answerNow();
  await page.waitForTimeout(300);
  await expect(list(page)).toBeHidden();
});

test('the list stays as it is under somebody who walks in it', async ({ page }) => {
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
  ['that is no JSON', { body: '<!doctype html>' }],
  ['of another shape', { body: '{"items":[null,1,{"title":"x"},{"href":["/"]}]}' }],
] as const) {
  test(`an answer ${fault} suggests nothing, and the form still searches`, async ({ page }) => {
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

test('hostile characters are text, in the question and in the answer', async ({ page }) => {
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

test('hostile characters are answered by the site itself', async ({ page }) => {
  await page.goto('/about/');
  for (const text of [...hostile, 'x'.repeat(200), '"', "';--"]) {
    const answered = page.waitForResponse(ASKED);
    await field(page).fill(text);
    expect((await answered).status(), text).toBe(200);
  }
});

/** Where everything stands in the page but the suggestions. */
const boxes = (page: Page) =>
  page
    .locator(':is(header, main, footer) :not(search-suggestions, search-suggestions *)')
    .evaluateAll((elements) =>
      elements.map((it) => JSON.stringify([it.tagName, it.getBoundingClientRect()])),
    );

for (const width of [320, 390, 768, 1440]) {
  test(`the list moves nothing, and lies in the window over all else, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/grids/g/workers-queues-tasks/', '/search/?q=queue']) {
      await page.goto(path);
      await field(page).focus();
      const before = await boxes(page);
      await field(page).fill('django-s');
      await expect(list(page)).toBeVisible();
      expect(await boxes(page), path).toEqual(before);

      const faults = await options(page).evaluateAll((all) =>
        all.flatMap((option) => {
          option.scrollIntoView({ block: 'nearest' });
          const { left, right, top, bottom, height } = option.getBoundingClientRect();
          const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          const isIn = left >= 0 && right <= document.documentElement.clientWidth;
          return height >= 44 && isIn && option.contains(seen) ? [] : [option.outerHTML];
        }),
      );
      expect(faults, path).toEqual([]);
      const { width: wide = 0 } = (await list(page).boundingBox()) ?? {};
      expect(wide, path).toBeGreaterThanOrEqual(Math.min(300, width - 60));
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}

test('a long name or description takes one line', async ({ page }) => {
  await answerWith(page, () => [
    { kind: 'package', title: 'x '.repeat(200), description: 'word '.repeat(200), href: '/terms/' },
    named('One'),
  ]);
  await suggest(page, 'long');
  const height = async (index: number) => (await options(page).nth(index).boundingBox())?.height;
  expect(await height(0)).toBeLessThan(56);
  expect(await height(1)).toBe(44);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap opens an option', async ({ page }) => {
    await page.goto('/about/');
    await field(page).tap();
    await field(page).pressSequentially('celery');
    await options(page).first().tap();
    await expect(page).toHaveURL('/packages/p/celery/');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in an open list, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await suggest(page, 'form');
    await field(page).press('ArrowDown');
    await options(page).nth(1).hover();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((it) => it.html) }))).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field is a plain one, and the form searches', async ({ page }) => {
    await page.goto('/about/');
    await expect(field(page)).toHaveCount(0);
    await page.getByRole('searchbox', { name: NAME }).fill('celery');
    await page.getByRole('searchbox', { name: NAME }).press('Enter');
    await expect(page).toHaveURL('/search/?q=celery');
  });
});
