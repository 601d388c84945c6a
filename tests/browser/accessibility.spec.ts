import type { Page } from '@playwright/test';
import { findViolations } from './axe';
import { embedPages, otherStates, phonePages, templates } from './catalogue';
import { expect, test } from './fixtures';

const kinds = [
  { at: templates, viewport: { width: 1280, height: 720 } },
  { at: embedPages, viewport: { width: 700, height: 600 } },
  { at: phonePages, viewport: { width: 390, height: 844 } },
];

const WIDTHS = [320, 390, 768, 1440];

async function expectNoOverflow(page: Page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
  }
}

for (const { path, viewport } of kinds.flatMap(({ at, ...kind }) =>
  at.map((path) => ({ path, ...kind })),
)) {
  test(`axe finds nothing on ${path}, light and dark, ${viewport.width} px wide, and nothing overflows the window`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto(path);
    expect(await findViolations(page)).toEqual([]);
    await expectNoOverflow(page);
  });
}

test('no page in another state overflows the window', async ({ page }) => {
  for (const path of otherStates) {
    await page.goto(path);
    await expectNoOverflow(page);
  }
});
