import { findViolations } from './axe';
import { embedPages, pages, phonePages } from './catalogue';
import { expect, test } from './fixtures';

const kinds = [
  { at: pages, viewport: { width: 1280, height: 720 } },
  { at: embedPages, viewport: { width: 700, height: 600 } },
  { at: phonePages, viewport: { width: 390, height: 844 } },
];

const WIDTHS = [320, 390, 768, 1440];

for (const { path, viewport } of kinds.flatMap(({ at, ...kind }) =>
  at.map((path) => ({ path, ...kind })),
)) {
  test(`axe finds nothing on ${path}, light and dark, ${viewport.width} px wide, and nothing overflows the window`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto(path);
    expect(await findViolations(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}
