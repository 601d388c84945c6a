import { expect, type Page } from '@playwright/test';
import { findViolations } from './axe';

/** Expects that axe finds nothing on a page as it is, in either color scheme, and that it doesn't overflow the window. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await findViolations(page), what).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, what).toBeLessThanOrEqual(0);
}

/** The widths of a phone and of a desktop, in pixels. */
export const WIDTHS = [390, 1440];

/** Opens pages on a phone and on a desktop, and expects that each exists and is accessible. */
export async function expectPagesAccessible(page: Page, paths: string[]): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of paths) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expectAccessible(page, `${path} at ${width}`);
    }
  }
}
