import type { Page } from '@playwright/test';
import { readSpokenTables, type SpokenCell } from './accessibility-tree';
import { expect, test } from './fixtures';
import { readTable } from './read-comparison';

const GRID = '/grids/g/workers-queues-tasks/';

/** The cells of the only table on a wide page, each with its column and row headers. */
async function hear(page: Page) {
  const tables = await readSpokenTables(page);
  expect(tables).toHaveLength(1);
  const { name = '', rows = [] } = tables[0] ?? {};
  const headAt = rows.findIndex((row) => row.length > 2 && row[0]?.text === 'Package');
  const heads = (rows[headAt] ?? []).slice(1);
  const lines = rows.slice(headAt + 1).filter((row) => row.length > 1);
  const cells = lines.flatMap(([rowHead, ...rest]) => {
    if (rest.length !== heads.length) throw new Error('A row is not as long as the head.');
    return rest.map((cell, place) => ({ cell, rowHead, columnHead: heads[place] }));
  });
  return { name, heads, lines: lines.map(([head]) => head), cells };
}

/** Possible starts of a cell's announced text: its mark, "unknown", "best". */
const openingOf = (text: string) => /^((unknown|yes|no)(?=,|$)|best:)/.exec(text)?.[0] ?? '';

/** Texts on separate lines have no space between them in one of the two. */
const unspaced = (text: string) => text.replaceAll(/\s/g, '');

const role = (cell: SpokenCell | undefined) => cell?.role;

for (const path of [
  `${GRID}?layout=columns`,
  `${GRID}?layout=rows&sort=-repo_watchers`,
  '/compare/celery,django-q,django-rq,huey/',
  '/grids/g/websockets/',
]) {
  test(`a screen reader announces the headers of each cell of ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    const shown = await readTable(page);
    const heard = await hear(page);
    expect(heard.name).toBe(shown.caption);
    expect(heard.name).toContain('compared');

    // Each header is exactly the name of its package or metric.
    const titles = shown.packages.map(({ title }) => title);
    const rows = shown.rows.toSorted((a, b) => a.place - b.place);
    const facts = rows.map(({ title, month }) =>
      month === undefined ? title : `${title} ${month}`,
    );
    const [across, down] = shown.layout === 'columns' ? [titles, facts] : [facts, titles];
    expect(heard.heads.map(({ name }) => name)).toEqual(across);
    expect(heard.lines.map((it) => it?.name)).toEqual(down);
    expect(new Set(heard.heads.map(role))).toEqual(new Set(['columnheader']));
    expect(new Set(heard.lines.map(role))).toEqual(new Set(['rowheader']));

    // Each cell belongs to its own package and metric.
    const isAcross = shown.layout === 'columns';
    const expected = isAcross
      ? rows.flatMap(({ cells }) => cells)
      : titles.flatMap((_, place) => rows.flatMap(({ cells }) => cells[place] ?? []));
    expect(heard.cells).toHaveLength(titles.length * facts.length);
    expect(heard.cells.map(({ cell }) => unspaced(cell.text))).toEqual(
      expected.map(({ text }) => unspaced(text)),
    );
    expect(heard.cells.map(({ cell }) => openingOf(cell.text))).toEqual(
      await page.locator('.whole .comparison tbody td').evaluateAll((all) =>
        all.map((it) => {
          if (it.hasAttribute('data-unknown')) return 'unknown';
          if (it.hasAttribute('data-best')) return 'best:';
          return it.getAttribute('data-mark') ?? '';
        }),
      ),
    );
    const said = new Set(heard.cells.map(({ cell }) => openingOf(cell.text)));
    expect(said).toEqual(new Set(['', 'unknown', 'best:', 'yes', 'no']));
  });
}

/**
 * The visible share of the focused element, by points that nothing else covers. The browser does not scroll to an element that is
 * visible in part, and centres one that is not visible at all.
 */
function seenShare(page: Page) {
  return page.evaluate(async () => {
    // The browser scrolls to the focused element when it renders the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const focused = document.activeElement;
    const isInside = focused?.closest('.comparison') !== null;
    if (!focused?.closest('table')) return { isInside, words: '', share: 1 };
    const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    const points = [...focused.getClientRects()].flatMap((box) =>
      shares.flatMap((x) =>
        [0.2, 0.5, 0.8].map((y) => [box.left + x * box.width, box.top + y * box.height] as const),
      ),
    );
    const seen = points.filter(([x, y]) => focused.contains(document.elementFromPoint(x, y)));
    const at = focused.getBoundingClientRect();
    const words = `${focused.outerHTML} at ${Math.round(at.x)},${Math.round(at.y)}`;
    return { isInside, words, share: seen.length / points.length };
  });
}

for (const layout of ['columns', 'rows']) {
  test(`nothing of a table with packages in ${layout} covers its sticky headers`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await page.goto(`${GRID}?layout=${layout}`);
    const covered = await page.locator('.whole .comparison').evaluate((region) => {
      const heads = [...region.querySelectorAll('th')].filter(
        (head) => getComputedStyle(head).position === 'sticky',
      );
      const view = region.getBoundingClientRect();
      // Row headers are below the header row, and both are below the corner.
      const isSeen = (head: Element, x: number, y: number) => {
        const top = document.elementFromPoint(x, y);
        return top === null || head.contains(top) || top.closest('th') !== null;
      };
      const found = new Set<string>();
      for (let step = 0; step < 40; step++) {
        region.scrollTo(step * 37, step * 23);
        for (const head of heads) {
          const box = head.getBoundingClientRect();
          for (
            let x = Math.max(box.left, view.left) + 4;
            x < Math.min(box.right, view.right);
            x += 16
          ) {
            const y = box.top + 16;
            if (y > view.top && y < view.bottom && !isSeen(head, x, y))
              found.add(head.textContent.trim());
          }
        }
      }
      return [...found];
    });
    expect(covered).toEqual([]);
  });

  // Each layout in one of the two windows: sticky headers take most of the width of a phone, and most of the height of a wide page.
  for (const width of layout === 'columns' ? [390] : [1440]) {
    test(`without the script, Tab moves through a table with packages in ${layout} at ${width} px, and the focused element is partly visible`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      // With the script, the table is one tab stop.
      await page.route('**/enhance.js', (route) => route.abort());
      await page.goto(`${GRID}?layout=${layout}&whole=1`);
      // Hundreds of keys, with two frames after each.
      test.slow();
      const region = page.locator('.whole .comparison');
      await page.getByLabel('Only differences').focus();
      const stops = await region.locator('a, input').count();
      const seen: Awaited<ReturnType<typeof seenShare>>[] = [];
      for (const key of ['Tab', 'Shift+Tab']) {
        let inside = 0;
        // At the other end: the region itself is a tab stop too, with few others before it.
        for (let pressed = 0; pressed < stops + 20; pressed++) {
          await page.keyboard.press(key);
          const now = await seenShare(page);
          if (now.isInside) inside += 1;
          else if (inside > 0) break;
          seen.push(now);
        }
        expect(inside, key).toBe(stops + 1);
        await expect(region.locator(':focus')).toHaveCount(0);
        await expect(region).not.toBeFocused();
      }
      expect(seen.filter(({ share }) => share === 0)).toEqual([]);
      expect(seen.length).toBeGreaterThan(2 * stops);
    });
  }
}

test('the second skip link leads to the table, which is one tab stop', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(GRID);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the table' })).toBeFocused();
  await page.keyboard.press('Enter');
  const region = page.locator('.whole .comparison');
  await expect(region).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Compare selected' }).last()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(region).toBeFocused();
});
