import type { Page } from '@playwright/test';
import { findViolations } from './axe';
import { expect, test } from './fixtures';
import { answerWith, field, list, named, options, suggest } from './typeahead';

/** Collapsed elements have no position that could shift. */
const FOLDED = 'details:not([open]) > :not(summary)';

/** The positions of everything on the page but the suggestions. */
const boxes = (page: Page) =>
  page
    .locator(
      `:is(header, main, footer) :not(search-suggestions, search-suggestions *, ${FOLDED}, ${FOLDED} *)`,
    )
    .evaluateAll((elements) =>
      elements.map((it) => JSON.stringify([it.tagName, it.getBoundingClientRect()])),
    );

for (const width of [320, 390, 768, 1440]) {
  test(`the list shifts no layout and is shown above everything else, inside the window, at ${width} px`, async ({
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

test('axe finds nothing in an open list, light and dark', async ({ page }) => {
  await suggest(page, 'form');
  await field(page).press('ArrowDown');
  await options(page).nth(1).hover();
  expect(await findViolations(page)).toEqual([]);
});
