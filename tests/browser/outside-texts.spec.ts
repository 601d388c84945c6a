import type { Page } from '@playwright/test';
import { withSite } from '@/tests/tools/running-site';
import { expect, test as base } from './fixtures';
import { fillWith, outsidePages, texts } from './outside-texts';
import { readDocument } from './read-document';

/** Separate sites, each filled with external texts of one kind. */
const test = base.extend<{ kind: keyof typeof texts }, { sites: Record<string, string> }>({
  kind: ['long', { option: true }],
  sites: [
    async ({}, use) => {
      await withSite({ settings: { RATE_LIMIT: '0', WORKERS: '1' } }, async (long) => {
        fillWith(texts.long, long.databasePath);
        await withSite({ settings: { RATE_LIMIT: '0', WORKERS: '1' } }, async (turned) => {
          fillWith(texts.turned, turned.databasePath);
          await use({
            long: `http://localhost:${long.port}`,
            turned: `http://localhost:${turned.port}`,
          });
        });
      });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ sites, kind }, use) => use(sites[kind]),
});

// All in one worker, so that only two more servers run.
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

for (const kind of ['long', 'turned'] as const) {
  test.describe(`with ${kind} external texts`, () => {
    test.use({ kind });

    test('no page overflows a window of 320, 768 or 1280 px', async ({ page }) => {
      test.slow();
      for (const path of outsidePages) {
        await page.goto(path);
        for (const width of [320, 768, 1280]) {
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
