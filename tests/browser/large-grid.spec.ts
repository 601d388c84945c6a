import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { generatedCatalogue } from '@/tests/bench/databases';
import { FULL_GRID, LARGEST_GRID } from '@/tests/bench/generate-grids';
import { withServer } from '@/tests/bench/server';
import { measureFirstView } from './first-view';
import { expect, test as base } from './fixtures';
import { METRICS, readTable } from './read-comparison';

/** A separate site with the catalogue of the benchmarks, whose database stays in data/bench between runs. */
const test = base.extend<object, { largeSite: string }>({
  largeSite: [
    async ({}, use) => {
      const { databasePath } = await generatedCatalogue();
      await withServer(databasePath, (port) => use(`http://localhost:${port}`));
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ largeSite }, use) => use(largeSite),
});

// All in one worker, so that only one more server runs.
test.describe.configure({ mode: 'default' });

const PATH = `/grids/g/${LARGEST_GRID.slug}/`;

/** Number of packages in the generated catalogue. */
const PACKAGES = 6000;

const pageOfAll = z.object({
  count: z.number(),
  next: z.string().nullable(),
  results: z.array(z.object({ id: z.number() })),
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('117 packages and all facts are in one table, with every cell filled', async ({ page }) => {
    await page.goto(PATH);
    await expect(page.locator('.whole .comparison table')).toHaveCount(1);
    for (const query of ['', '?layout=columns']) {
      await page.goto(PATH + query);
      const { packages, rows } = await readTable(page);
      expect(new Set(packages.map(({ slug }) => slug)).size).toBe(LARGEST_GRID.packages);
      expect(rows).toHaveLength(METRICS + LARGEST_GRID.features);
      const cells = rows.slice(METRICS).flatMap((row) => row.cells);
      expect(cells).toHaveLength(LARGEST_GRID.packages * LARGEST_GRID.features);
      expect(cells.filter(({ text }) => text === '' || text === 'unknown')).toEqual([]);
    }
  });
});

test('its page has at most 30,000 bytes without scripts', async ({ request }) => {
  const html = await (await request.get(PATH)).text();
  const bare = html
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/<link\b[^>]*\bas="script"[^>]*>/g, '');
  expect(bare).toContain('</html>');
  expect(gzipSync(bare).length).toBeLessThanOrEqual(30_000);
});

test('the first view of 100 packages and 40 features takes at most 42 KB', async ({ page }) => {
  const { bytes, answers } = await measureFirstView(page, `/grids/g/${FULL_GRID.slug}/`);
  expect(answers).toBeGreaterThan(2);
  expect(bytes).toBeLessThanOrEqual(42_000);
});

const LONGEST_TASK = 200;
const FRAMES = 300;
/** Other programs may use the CPU: one run without long tasks proves that the page causes none. */
const TRIES = 3;

/** Scrolls the comparison from corner to corner; returns where it ended, and the long tasks (ms) and layout shifts. */
function scrollThrough(page: Page) {
  return page.locator('.whole .comparison').evaluate(async (region, frames) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const halts: number[] = [];
    const shifts: number[] = [];
    region.scrollTo(0, 0);
    await frame();
    const begin = performance.now();
    const observers = [
      new PerformanceObserver((list) => {
        const entries = list.getEntries().filter(({ startTime }) => startTime >= begin);
        halts.push(...entries.map(({ duration }) => Math.round(duration)));
      }),
      new PerformanceObserver((list) => {
        // Counts all shifts, also those right after user input.
        for (const entry of list.getEntries())
          if ('value' in entry) shifts.push(Number(entry.value));
      }),
    ];
    observers[0]?.observe({ type: 'longtask', buffered: true });
    observers[1]?.observe({ type: 'layout-shift', buffered: true });

    const reached: number[] = [];
    const across = region.scrollWidth - region.clientWidth;
    const down = region.scrollHeight - region.clientHeight;
    for (const [x, y] of [
      [across, 0],
      [0, down],
      [-across, 0],
      [0, -down],
      [across, down],
    ] as const) {
      for (let step = 0; step < frames / 5; step++) {
        region.scrollBy((x * 5) / frames, (y * 5) / frames);
        await frame();
      }
      reached.push(region.scrollLeft / across, region.scrollTop / down);
    }
    // Entries of the last frames are reported in a later task.
    await frame();
    await new Promise((told) => setTimeout(told, 100));
    for (const observer of observers) observer.disconnect();
    const { supportedEntryTypes: observed } = PerformanceObserver;
    return { halts, shifts, observed, reached: reached.map(Math.round) };
  }, FRAMES);
}

test('it scrolls from end to end without long tasks or layout shifts', async ({ page }) => {
  // Each step waits for the page to settle, which takes its time on a busy machine.
  test.setTimeout(240_000);
  await page.goto(PATH);
  await page.waitForLoadState('networkidle');
  const halts: number[][] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const seen = await scrollThrough(page);
    expect(seen.observed).toEqual(expect.arrayContaining(['longtask', 'layout-shift']));
    expect(seen.reached).toEqual([1, 0, 1, 1, 0, 1, 0, 0, 1, 1]);
    expect(seen.shifts).toEqual([]);
    halts.push(seen.halts.filter((duration) => duration > LONGEST_TASK));
    if (halts.at(-1)?.length === 0) break;
  }
  expect(halts.at(-1), JSON.stringify(halts)).toEqual([]);
});

test('the API returns all packages in one page to eight clients at once', async ({ request }) => {
  const ask = async () => {
    const response = await request.get('/api/v4/packages/?limit=10000');
    expect(response.status()).toBe(200);
    const document: unknown = await response.json();
    return pageOfAll.parse(document);
  };
  for (const { count, next, results } of await Promise.all(Array.from({ length: 8 }, ask))) {
    expect([count, next]).toEqual([PACKAGES, null]);
    expect(new Set(results.map(({ id }) => id)).size).toBe(PACKAGES);
  }
});
