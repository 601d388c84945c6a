import type { Page } from '@playwright/test';
import { withSite } from '@/tests/tools/running-site';
import { expect, test as base } from './fixtures';
import { fillWith, outsidePages, texts } from './outside-texts';
import { readDocument } from './read-document';

type Kind = keyof typeof texts;

/** A separate site, filled with external texts of the kind that a test asks for. */
const test = base.extend<{ kind: Kind }, { site: { origin: string; fill: (kind: Kind) => void } }>({
  kind: ['long', { option: true }],
  site: [
    async ({}, use) => {
      await withSite({ settings: { RATE_LIMIT: '0', WORKERS: '1' } }, async (it) => {
        let filled: Kind | undefined;
        await use({
          origin: `http://localhost:${it.port}`,
          fill: (kind) => {
            if (kind !== filled) fillWith(texts[kind], it.databasePath);
            filled = kind;
          },
        });
      });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site, kind }, use) => {
    site.fill(kind);
    await use(site.origin);
  },
});

// All in one worker, so that only one more server runs.
test.describe.configure({ mode: 'default' });

/** Whether a page overflows the window, and the texts that do. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const isBeyond = [...range.getClientRects()].some(({ right }) => right > clientWidth + 1);
      if (isBeyond) found.push(walker.currentNode.parentElement?.outerHTML.slice(0, 120) ?? '');
    }
    return [`${scrollWidth} px in a window of ${clientWidth} px`, ...found.slice(0, 8)];
  });
}

const signs = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

for (const [kind, widths] of [
  ['long', [320, 768, 1280]],
  // Their lines break like any others.
  ['turned', [320]],
] as const) {
  test.describe(`with ${kind} external texts`, () => {
    test.use({ kind });

    test(`no page overflows a window of ${widths.join(', ')} px`, async ({ page }) => {
      test.slow();
      for (const path of outsidePages) {
        await page.goto(path);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await tooWide(page), `${path} at ${width} px`).toEqual([]);
        }
      }
    });
  });
}

test.describe('with bidirectional texts', () => {
  test.use({ kind: 'turned', javaScriptEnabled: false });

  test('no page contains a character that hides or reorders others', async ({ request }) => {
    for (const path of outsidePages) {
      const html = await (await request.get(path)).text();
      // JSON-LD is data and not shown.
      const shown = html.replaceAll(/<script\b.*?<\/script>/gs, '');
      const at = shown.search(signs);
      expect.soft(at < 0 ? '' : shown.slice(Math.max(0, at - 60), at + 20), path).toBe('');
    }
  });

  test('the direction of names and descriptions does not affect the text around them', async ({
    request,
  }) => {
    let shown = 0;
    for (const path of outsidePages) {
      const { document } = await readDocument(request, path);
      const hebrew = [...document.body.querySelectorAll('*')].filter((it) =>
        [...it.childNodes].some(
          ({ nodeType, nodeValue }) => nodeType === 3 && /[\u0590-\u05ff]/.test(nodeValue ?? ''),
        ),
      );
      const astray = hebrew
        .filter((it) => !it.closest('[dir], bdi, option, title, script, svg, caption, .sr-only'))
        .map((it) => `${it.outerHTML.slice(0, 90)} in ${it.parentElement?.tagName ?? ''}`);
      shown += hebrew.length;
      expect.soft(astray.slice(0, 5), path).toEqual([]);
    }
    expect(shown).toBeGreaterThan(1000);
  });

  test('a right-to-left name starts at the right', async ({ page }) => {
    await page.goto(outsidePages[8] ?? '');
    const name = page.locator('h1 bdi').first();
    expect(await name.evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
    expect(await page.locator('h1').evaluate((it) => getComputedStyle(it).direction)).toBe('ltr');
  });
});
