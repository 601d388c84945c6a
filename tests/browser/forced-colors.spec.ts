import { expect, test } from './fixtures';

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

/** A current item, and a similar one that isn't. */
const current = [
  { path: '/grids/g/cms/', one: 'Table', other: 'Timeline' },
  { path: '/readiness/django/5.2/?says=no', one: 'Not declared', other: 'Unknown' },
  { path: '/search/?q=queue', one: 'Relevance', other: 'Health' },
  { path: '/packages/', one: 'Page 1', other: 'Page 2' },
];

for (const { path, one, other } of current) {
  test(`in forced colours, the current choice on ${path} has a background of its own`, async ({
    page,
  }) => {
    await page.goto(path);
    const backgroundOf = (name: string) =>
      page
        .getByRole('main')
        .getByRole('link', { name })
        .first()
        .evaluate((it) => getComputedStyle(it).backgroundColor);
    expect(await backgroundOf(one)).not.toBe(await backgroundOf(other));
  });
}

test('in forced colours, yes, no and unknown differ in shape', async ({ page }) => {
  await page.goto('/grids/g/workers-queues-tasks/');
  const shapes = await page.evaluate(() =>
    ['yes', 'no'].map((mark) => {
      const cell = document.querySelector(`td[data-mark=${mark}]`) ?? document.body;
      const { maskImage, backgroundColor } = getComputedStyle(cell, '::before');
      return { maskImage, isShown: backgroundColor !== getComputedStyle(cell).backgroundColor };
    }),
  );
  expect(shapes.every(({ isShown }) => isShown)).toBe(true);
  expect(new Set(shapes.map(({ maskImage }) => maskImage)).size).toBe(2);
  const unknown = page.locator('td[data-unknown]').first();
  expect(await unknown.evaluate((it) => getComputedStyle(it, '::before').content)).toContain('–');
});
