import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { embedPages, pages, phonePages } from './catalogue';
import { expect, test } from './fixtures';

const kinds = [
  { at: pages, viewport: { width: 1280, height: 720 } },
  { at: embedPages, viewport: { width: 700, height: 600 } },
  { at: phonePages, viewport: { width: 390, height: 844 } },
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs all axe rules, or these, and returns each violation with its elements. */
async function findViolations(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page })
    // Skips collecting results from frames; no page has one.
    .setLegacyMode(true)
    // Lists no passed rules, which takes time.
    .options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map((it) => it.html) }));
}

for (const { path, viewport } of kinds.flatMap(({ at, ...kind }) =>
  at.map((path) => ({ path, ...kind })),
)) {
  test(`axe finds nothing on ${path}, light and dark, ${viewport.width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    expect(await findViolations(page)).toEqual([]);
    // Only colours differ in dark mode.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findViolations(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
  });
}

const widths = [320, 390, 768, 1440];

test(`no page is wider than a window of ${widths.join(', ')} px`, async ({ page }) => {
  // Every page.
  test.slow();
  for (const path of [...pages, ...embedPages]) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});
