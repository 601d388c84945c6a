import type { Page } from '@playwright/test';
import { expect } from './fixtures';

export const NAME = 'Search packages and grids';
export const ASKED = '**/search/suggestions/**';

export const field = (page: Page) => page.getByRole('combobox', { name: NAME });
export const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
export const options = (page: Page) => list(page).getByRole('option');
export const active = (page: Page) => list(page).getByRole('option', { selected: true });
export const status = (page: Page) => page.locator('search-suggestions').getByRole('status');

/** Types into the search of a page and waits for suggestions. */
export async function suggest(page: Page, text: string, path = '/about/') {
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

export const named = (title: string): Answer => ({
  kind: 'package',
  title,
  description: '',
  href: '/terms/',
});

/** Makes the site respond with `answer`, and records the queries. */
export async function answerWith(page: Page, answer: (q: string) => Answer[] | Promise<Answer[]>) {
  const asked: string[] = [];
  await page.route(ASKED, async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? 'none';
    asked.push(q);
    const items = await answer(q);
    // An aborted request can't be fulfilled.
    await route.fulfill({ json: { query: q, items } }).catch(() => undefined);
  });
  return asked;
}

/** Makes the site respond with suggestions only when told to. */
export async function answerLate(page: Page) {
  let answerNow = () => {};
  const told = new Promise<void>((resolve) => (answerNow = resolve));
  const asked = await answerWith(page, async () => {
    await told;
    return [named('Late')];
  });
  return { asked, answerNow };
}

/** From now on the test controls the page's clock. */
export const stopTime = (page: Page) => page.clock.pauseAt(Date.now() + 3_600_000);
