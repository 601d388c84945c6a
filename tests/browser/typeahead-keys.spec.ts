import { expect, test } from './fixtures';
import {
  active,
  answerLate,
  answerWith,
  field,
  list,
  named,
  NAME,
  options,
  status,
  suggest,
} from './typeahead';

test('a screen reader gets the list, its state and the active option', async ({ page }) => {
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

test('the arrow keys cycle through the options, and don’t change the text', async ({ page }) => {
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

test('Up in a list that just opened activates its last option', async ({ page }) => {
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

test('Enter searches for the text if it was changed after an option was active', async ({
  page,
}) => {
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

test('Escape before the response keeps the list closed', async ({ page }) => {
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

test('Tab closes the list and moves to the button', async ({ page }) => {
  await suggest(page, 'celery');
  await field(page).press('ArrowDown');
  await field(page).press('Tab');
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
});

test('caret keys move in the text', async ({ page }) => {
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

test('a click opens an option, with Control in a new tab', async ({ page, context }) => {
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

test('a slash focuses the field, and in the field is typed', async ({ page }) => {
  await page.goto('/packages/');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('celery');
  await expect(options(page).first()).toContainText('Celery');
});
