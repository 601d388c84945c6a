import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const grid = '/grids/g/workers-queues-tasks/?whole=1&layout=';

/** The visible comparison: on a phone there may be two, one of them hidden. */
const regionOf = (page: Page) => page.locator('.comparison:visible');

async function openRegion(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator('compare-tray')).not.toHaveAttribute('hidden');
  await regionOf(page).focus();
}

/** Row and column of the focused cell, not counting group headings. */
function place(page: Page) {
  return regionOf(page).evaluate((region) => {
    const rows = [...region.querySelectorAll('tr')].filter(
      (row) => ![...row.cells].some((cell) => cell.scope.endsWith('group')),
    );
    const row = rows.findIndex((it) => it === document.activeElement?.parentElement);
    const column = [...(rows[row]?.cells ?? [])].findIndex((it) => it === document.activeElement);
    return { row, column, rows: rows.length, columns: rows[0]?.cells.length ?? 0 };
  });
}

/** Those of nine points of the focused cell that something else covers. */
function hiddenPoints(page: Page) {
  return page.evaluate(() => {
    const cell = document.activeElement;
    if (!cell?.matches('.comparison :is(th, td)')) return ['no cell'];
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    const xs = [left + 2, (left + right) / 2, right - 2];
    const ys = [top + 2, (top + bottom) / 2, bottom - 2];
    return xs.flatMap((x) =>
      ys.flatMap((y) => {
        const seen = document.elementFromPoint(x, y);
        return cell.contains(seen) ? [] : `${x},${y}: ${seen?.outerHTML.slice(0, 60) ?? 'nothing'}`;
      }),
    );
  });
}

const walk = [
  ...['End', 'PageDown', 'PageDown', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'Home', 'ArrowRight'],
  ...['Control+End', 'ArrowLeft', 'PageUp', 'ArrowRight', 'PageUp', 'PageUp', 'ArrowDown'],
  ...['Control+Home', 'End', 'ArrowDown', 'Home', 'PageDown', 'End', 'PageUp', 'Control+End'],
  ...Array.from({ length: 8 }, () => 'ArrowUp'),
  ...Array.from({ length: 8 }, () => 'ArrowLeft'),
];

for (const { address, width } of [
  { address: `${grid}columns`, width: 390 },
  { address: `${grid}columns`, width: 1440 },
  { address: `${grid}rows`, width: 390 },
  { address: `${grid}columns&density=compact`, width: 390 },
]) {
  test(`keyboard navigation shows every cell of ${address} completely, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await openRegion(page, address);
    await page.keyboard.press('ArrowDown');
    expect(await hiddenPoints(page)).toEqual([]);
    for (const key of walk) {
      await page.keyboard.press(key);
      await expect.poll(() => hiddenPoints(page), { message: key }).toEqual([]);
    }
  });
}

test('keyboard navigation shows every cell of two packages completely on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openRegion(page, '/grids/g/workers-queues-tasks/');
  await page.keyboard.press('ArrowDown');
  for (const key of walk) {
    await page.keyboard.press(key);
    await expect.poll(() => hiddenPoints(page), { message: key }).toEqual([]);
  }
});

test('keys move the focus by cells, rows and pages', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await page.keyboard.press('ArrowRight');
  expect(await place(page)).toMatchObject({ row: 1, column: 1 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await place(page)).toMatchObject({ row: 2, column: 2 });
  await page.keyboard.press('PageDown');
  expect(await place(page)).toMatchObject({ row: 12, column: 2 });
  await page.keyboard.press('End');
  const { columns, rows } = await place(page);
  expect(await place(page)).toMatchObject({ row: 12, column: columns - 1 });
  await page.keyboard.press('Control+End');
  expect(await place(page)).toMatchObject({ row: rows - 1, column: columns - 1 });
  await page.keyboard.press('Control+Home');
  expect(await place(page)).toMatchObject({ row: 0, column: 0 });
});

test('keyboard navigation of a scrolled table starts at the visible cells', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await regionOf(page).evaluate((it) => {
    it.scrollTo(600, 500);
  });
  await page.keyboard.press('ArrowDown');
  const { row, column } = await place(page);
  expect(row).toBeGreaterThan(5);
  expect(column).toBeGreaterThan(2);
  expect(await regionOf(page).evaluate((it) => [it.scrollLeft, it.scrollTop])).toEqual([600, 500]);
});

test('keys with modifiers are left to the browser', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await page.keyboard.press('ArrowDown');
  const before = await place(page);
  for (const key of ['Shift+ArrowDown', 'Alt+ArrowDown', 'Control+ArrowDown', 'Meta+ArrowDown']) {
    await page.keyboard.press(key);
    expect(await place(page), key).toEqual(before);
  }
});

test('keys typed in a field are left to it', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await page.keyboard.press('ArrowDown');
  await page.evaluate(() => {
    document.activeElement?.insertAdjacentHTML('beforeend', '<input aria-label="Note" value="ab">');
  });
  const note = page.getByLabel('Note');
  await note.focus();
  for (const key of ['ArrowLeft', 'ArrowDown', 'Home', 'End', 'Escape']) await note.press(key);
  await expect(note).toBeFocused();
});

test('Escape returns to the table, and Tab leaves it', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(regionOf(page)).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Compare selected' }).last()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await place(page)).toMatchObject({ row: -1 });
  await expect(regionOf(page)).toBeFocused();
});

test('Space selects the package of the focused heading', async ({ page }) => {
  await openRegion(page, `${grid}rows`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  const box = page.locator('.whole .comparison tbody input').first();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await page.keyboard.press('Space');
  await expect(box).not.toBeChecked();
});

test('Enter follows the only link of a cell', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/layout=columns/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  const href = await page.evaluate(() =>
    document.activeElement?.querySelector('a')?.getAttribute('href'),
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href ?? 'none');
});

test('Enter focuses the first of several links of a cell', async ({ page }) => {
  await openRegion(page, `${grid}columns`);
  await page.keyboard.press('ArrowDown');
  await page.evaluate(() => {
    document.activeElement?.insertAdjacentHTML(
      'beforeend',
      '<a href="/about/">One</a> <a href="/terms/">Two</a>',
    );
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'One' })).toBeFocused();
});

test('the column of the pointer, or else of the focus, is highlighted with its header', async ({
  page,
}) => {
  await openRegion(page, `${grid}columns`);
  const tinted = () =>
    regionOf(page).evaluate((region) => {
      const head = region.querySelector<HTMLElement>('thead th[data-tinted]');
      const table = region.querySelector('table');
      if (!head || !table) return 'none';
      const { backgroundImage, backgroundPositionX, backgroundSize } = getComputedStyle(table);
      const box = `${head.offsetLeft}px ${head.offsetWidth}px 100%`;
      const isThere =
        backgroundImage !== 'none' && `${backgroundPositionX} ${backgroundSize}` === box;
      return isThere ? head.querySelector('a')?.textContent : 'elsewhere';
    });
  const name = (column: number) =>
    page.locator('.comparison:visible thead th').nth(column).locator('a').textContent();

  expect(await tinted()).toBe('none');
  await page.keyboard.press('ArrowDown');
  expect(await tinted()).toBe(await name(1));
  const row = page.locator('.comparison:visible tr:focus-within > th');
  const head = page.locator('.comparison:visible thead th[data-tinted]');
  const colour = (it: Element) => getComputedStyle(it).backgroundColor;
  expect(await row.evaluate(colour)).toBe(await head.evaluate(colour));
  await page.locator('.comparison:visible tbody tr:nth-child(3) td').nth(2).hover();
  expect(await tinted()).toBe(await name(3));
  await page.locator('h1').hover();
  expect(await tinted()).toBe(await name(1));
  await page.keyboard.press('Escape');
  expect(await tinted()).toBe('none');
});
