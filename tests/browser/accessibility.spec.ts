import AxeBuilder from '@axe-core/playwright';
import { embedPages, pages, phonePages } from './catalogue';
import { expect, test } from './fixtures';

const kinds = [
  { at: pages, viewport: { width: 1280, height: 720 } },
  { at: embedPages, viewport: { width: 700, height: 600 } },
  { at: phonePages, viewport: { width: 390, height: 844 } },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { path, viewport } of kinds.flatMap(({ at, ...kind }) =>
    at.map((path) => ({ path, ...kind })),
  )) {
    test(`axe finds nothing on ${path}, ${colorScheme}, ${viewport.width} px wide`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((it) => it.html) }))).toEqual(
        [],
      );
    });
  }
}

for (const width of [320, 390, 768, 1440]) {
  test(`no page is wider than a window of ${width} px`, async ({ page }) => {
    // Every page.
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    for (const path of [...pages, ...embedPages]) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}
