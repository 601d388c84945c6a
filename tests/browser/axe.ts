import type { Page } from '@playwright/test';
import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';

const ofColours = ['color-contrast', 'link-in-text-block'];

const allButColours: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }])),
};
const colours: RunOptions = { runOnly: { type: 'rule', values: ofColours } };

/** Runs axe on a page as it is, in light and in dark mode, and returns each violation with its elements. */
export async function findViolations(page: Page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = [await violationsIn(page, allButColours)];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Otherwise two thirds of the time would go into the contrast of texts that look the same.
    await page.evaluate(markTexts);
    found.push(await violationsIn(page, colours, { include: ['[data-sample]'] }));
  }
  return found.flat();
}

async function violationsIn(page: Page, options: RunOptions, context: ElementContext = 'html') {
  // No page has a frame, and none of these rules reads style sheets; listing passes takes time.
  const all = { ...options, iframes: false, preload: false, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(context)}, ${JSON.stringify(all)})`,
  );
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map((it) => it.html) }));
}

/** Marks an element for each combination of colours, backgrounds and size in which texts are shown. Runs in the browser. */
function markTexts() {
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return '';
    const { backgroundColor, backgroundImage, opacity, position } = styleOf(element);
    return `${backgroundColor} ${backgroundImage} ${opacity} ${position}/${groundOf(element.parentElement)}`;
  };
  const hasText = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some((it) => it.nodeType === 3 && it.nodeValue?.trim() !== '');

  const seen = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    element.removeAttribute('data-sample');
    if (!hasText(element) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = styleOf(element);
    const around = element.parentElement === null ? '' : styleOf(element.parentElement).color;
    const look = [
      color,
      fontSize,
      fontWeight,
      textDecorationLine,
      around,
      groundOf(element),
    ].join();
    if (seen.has(look)) continue;
    seen.add(look);
    element.setAttribute('data-sample', '');
  }
}
