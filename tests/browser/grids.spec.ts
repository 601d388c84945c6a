import { metricGroups } from '@/lib/comparison/metrics';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { readTableOf, spoken } from './read-comparison';
import { readDocument } from './read-document';

test.use({ javaScriptEnabled: false });

const addresses = catalogue.grids.flatMap((grid) => [
  { grid, query: '' },
  { grid, query: '?layout=rows' },
]);

for (const { grid, query } of addresses) {
  test(`${grid.slug}${query} shows every package and every cell`, async ({ request }) => {
    const { document } = await readDocument(request, `/grids/g/${grid.slug}/${query}`);
    const table = readTableOf(document);

    expect(table.caption).toContain(grid.title);
    const slugs = table.packages.map(({ slug }) => slug);
    expect(slugs.toSorted()).toEqual([...grid.packages].sort());

    const metrics = metricGroups.flatMap((group) => group.metrics);
    // The others are notes in the rows of metrics, which take-away.spec compares with the files.
    const features = grid.features.filter(({ metric }) => metric === null);
    const titles = [...metrics.map(({ label }) => label), ...features.map((it) => it.title)];
    expect(table.rows.map(({ title }) => title)).toEqual(titles);
    for (const row of table.rows) expect(row.cells).toHaveLength(grid.packages.length);

    const shown = table.rows
      .slice(metrics.length)
      .map(({ cells }) => cells.map(({ text }) => text));
    const expected = features.map((feature) =>
      slugs.map((slug) => {
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
    await page.goto('/grids/g/workers-queues-tasks/?layout=columns&whole=1');
    const region = page.getByRole('region', { name: /compared/ });
    await region.focus();
    await expect(region).toBeFocused();

    // Scrolled to its far corner, the table still shows its headers.
    await region.evaluate((it) => {
      it.scrollTo(it.scrollWidth, it.scrollHeight);
    });
    const box = await region.boundingBox();
    const lastRow = page.locator('.whole .comparison tbody').last().locator('tr').last();
    const cell = await lastRow.locator('td').last().boundingBox();
    const head = await page.locator('.whole .comparison thead th').last().boundingBox();
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

test('an inactive package is last and marked', async ({ page }) => {
  await page.goto('/grids/g/websockets/');
  const last = page.locator('.whole .comparison tbody th').last();
  await expect(last).toContainText('django-private-chat');
  await expect(last).toContainText('Deprecated');
});
