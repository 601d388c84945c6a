import { expect, type Page } from '@playwright/test';
import { findViolations } from './axe';

/** The widths of a phone and of a desktop, in pixels. */
const WIDTHS = [390, 1440];

/**
 * Expects that axe finds nothing on a page as it is, in either color scheme, and that it doesn't overflow the window, by default on a
 * phone and on a desktop.
 */
export async function expectAccessible(page: Page, what: string, widths = WIDTHS): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    expect(await findViolations(page), `${what} at ${width} px`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${what} at ${width} px`).toBeLessThanOrEqual(0);
  }
}

/** Opens pages, and expects that each exists and is accessible. */
export async function expectPagesAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expectAccessible(page, path);
  }
}
