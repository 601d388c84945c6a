import type { Page } from '@playwright/test';
import { readCell } from '@/lib/comparison/cell';
import { metricGroups } from '@/lib/comparison/metrics';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';

interface Table {
  caption: string;
  packages: string[];
  rows: { title: string; cells: string[] }[];
}

/** The comparison table as a reader meets it, whichever way it lies: only real headers with a scope count as headers. */
function readTable(page: Page): Promise<Table> {
  return page.locator('.comparison table').evaluate((table) => {
    const text = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
    const slug = (head: Element) =>
      head.querySelector('a[href^="/packages/p/"]')?.getAttribute('href')?.split('/').at(-2) ?? '';
    const heads = [...table.querySelectorAll('thead th[scope=col]')].slice(1);
    const rows = [...table.querySelectorAll('tbody tr')].filter((row) =>
      row.querySelector('th[scope=row]'),
    );
    const lines = rows.map((row) => ({
      head: row.querySelector('th[scope=row]'),
      cells: [...row.querySelectorAll('td')].map(text),
    }));
    const caption = text(table.querySelector('caption'));
    const packagesDown = lines.every(({ head }) => head !== null && slug(head) !== '');
    if (!packagesDown) {
      return {
        caption,
        packages: heads.map(slug),
        rows: lines.map(({ head, cells }) => ({ title: text(head), cells })),
      };
    }
    return {
      caption,
      packages: lines.map(({ head }) => (head === null ? '' : slug(head))),
      rows: heads.map((head, column) => ({
        title: text(head),
        cells: lines.map(({ cells }) => cells[column] ?? ''),
      })),
    };
  });
}

/** What a reader hears of a cell. */
function spoken(text: string | undefined): string {
  if (text === undefined) return 'unknown';
  const { mark, strength, text: words } = readCell(text);
  if (mark === undefined) return words;
  const sign = strength > 1 ? `${mark}, ${strength} times` : mark;
  return words === '' ? sign : `${sign}, ${words}`;
}

test.use({ javaScriptEnabled: false });

const addresses = catalogue.grids.flatMap((grid) => [
  { grid, query: '' },
  { grid, query: '?layout=rows' },
]);

for (const { grid, query } of addresses) {
  test(`${grid.slug}${query} shows every package and every cell`, async ({ page }) => {
    await page.goto(`/grids/g/${grid.slug}/${query}`);
    const table = await readTable(page);

    expect(table.caption).toContain(grid.title);
    expect([...table.packages].sort()).toEqual([...grid.packages].sort());

    const metrics = metricGroups.flatMap((group) => group.facts);
    const titles = [...metrics.map(({ label }) => label), ...grid.features.map((it) => it.title)];
    expect(table.rows.map(({ title }) => title)).toEqual(titles);
    for (const row of table.rows) expect(row.cells).toHaveLength(grid.packages.length);

    const shown = table.rows.slice(metrics.length).map(({ cells }) => cells);
    const expected = grid.features.map((feature) =>
      table.packages.map((slug) => {
        const cell = grid.elements.find((it) => it.feature === feature.id && it.package === slug);
        return spoken(cell?.text);
      }),
    );
    expect(shown).toEqual(expected);
  });
}

for (const width of [390, 1440]) {
  test(`the largest grid is usable at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/grids/g/workers-queues-tasks/?layout=columns');
    const region = page.getByRole('region', { name: /compared/ });
    await region.focus();
    await expect(region).toBeFocused();

    // Scrolled to its far corner, the table still shows whose column and which row it is.
    await region.evaluate((it) => {
      it.scrollTo(it.scrollWidth, it.scrollHeight);
    });
    const box = await region.boundingBox();
    const lastRow = page.locator('.comparison tbody').last().locator('tr').last();
    const cell = await lastRow.locator('td').last().boundingBox();
    const head = await page.locator('.comparison thead th').last().boundingBox();
    const rowHead = await lastRow.locator('th').boundingBox();
    expect(Math.round(head?.y ?? -1)).toBe(Math.round((box?.y ?? 0) + 1));
    expect(Math.round(rowHead?.x ?? -1)).toBe(Math.round(box?.x ?? 0));
    expect(cell?.x).toBeGreaterThanOrEqual((rowHead?.x ?? 0) + (rowHead?.width ?? 0) - 1);
    expect(rowHead?.width).toBeLessThan(width * 0.4);

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('a package that is out of use stands last and says so', async ({ page }) => {
  await page.goto('/grids/g/websockets/');
  const last = page.locator('.comparison thead th').last();
  await expect(last).toContainText('django-private-chat');
  await expect(last).toContainText('Deprecated');
});
