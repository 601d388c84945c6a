import { healthCriteria } from '@/lib/scoring/health';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { elementIn, readDocument } from './read-document';

test.use({ javaScriptEnabled: false });

const sample = catalogue.packages.filter(
  ({ grids }, index) => index % 12 === 0 && grids.length > 0,
);

const wordsOf = (element: Element) => element.textContent.replaceAll(/\s+/g, ' ').trim();

test('the health of a package is the same on its page, its score page and in a comparison', async ({
  request,
}) => {
  const healths: (string | undefined)[] = [];
  for (const { slug, grids } of sample) {
    const own = await readDocument(request, `/packages/p/${slug}/`);
    const states = [...own.document.querySelectorAll('a')].map(wordsOf);
    const state = states.find((it) => /^(In \w+ health|Health unknown)/.test(it)) ?? 'none';
    const mark = own.document.querySelector('main .health:not(section *)');
    const health = mark ? /^\d+/.exec(wordsOf(mark))?.[0] : undefined;
    healths.push(health);

    const { document } = await readDocument(request, `/packages/p/${slug}/score/`);
    expect(wordsOf(elementIn(document, 'main'))).toContain(state);
    expect(document.querySelector('main .health')?.textContent).toBe(mark?.textContent);
    const rows = [...document.querySelectorAll('main tbody td')].map(wordsOf);
    const given = rows.map((text) => /^(\d+) of (\d+)$/.exec(text));
    const sum = (part: number) => given.reduce((total, it) => total + Number(it?.[part] ?? 0), 0);
    expect(rows).toHaveLength(healthCriteria.length);
    expect(wordsOf(elementIn(document, 'main tfoot td'))).toBe(`${sum(1)} of ${sum(2)}`);
    if (health !== undefined) expect(Math.round((100 * sum(1)) / sum(2))).toBe(Number(health));

    const table = await request.get(`/grids/g/${grids[0] ?? ''}/table.json?show=health`);
    const stored = health === undefined ? null : Number(health);
    expect(await table.text()).toContain(
      JSON.stringify({ package: slug, kind: 'count', text: health ?? null, value: stored }).slice(
        0,
        -1,
      ),
    );
  }
  expect(new Set(healths).size).toBeGreaterThan(4);
});

test('a package page links its score page, which links all criteria', async ({ page }) => {
  await page.goto('/packages/p/celery/');
  await page.getByRole('link', { name: /^In good health/ }).click();
  await expect(page).toHaveURL('/packages/p/celery/score/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health of Celery');
  await expect(page.getByRole('row', { name: /Last commit on 8 August 2026/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /No Django version declared/ })).toContainText(
    'not counted',
  );
  await page.getByRole('link', { name: 'How health is scored' }).click();
  await expect(page).toHaveURL('/scoring/');
});

test('the scoring page lists every criterion with its reason, points and levels', async ({
  page,
}) => {
  await page.goto('/scoring/');
  const table = page.getByRole('table', { name: 'Health criteria' });
  for (const { name, why, points, levels } of healthCriteria) {
    const row = table.getByRole('row', { name: new RegExp(`^${name} `) });
    await expect(row).toContainText(why);
    for (const { when } of levels) await expect(row).toContainText(when);
    await expect(row.locator('td')).toHaveText(String(points));
  }
  await expect(table.locator('tfoot td')).toHaveText('100');
  await expect(page.getByRole('img', { name: /^Of \d+ active packages/ })).toBeVisible();
});

test('a package with too few known criteria has no score, and its score page says why', async ({
  page,
}) => {
  await page.goto('/packages/p/netbox/score/');
  await expect(page.getByText('Health unknown')).toBeVisible();
  await expect(page.getByText(/^Only \d+ of 100 points are known/)).toBeVisible();
});

test('the score page of djangopackages.org redirects here', async ({ request }) => {
  for (const path of ['/packages/p/celery/rules/', '/packages/p/celery/rules']) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(301);
    expect(response.headers()['location']).toBe('/packages/p/celery/score/');
  }
});

test('an unmaintained package is marked on its page, in comparisons and in lists, with the year of the data', async ({
  page,
}) => {
  await page.goto('/packages/p/swampdragon/');
  await expect(
    page.getByText(/^Unmaintained: no commits from August 2016 to July 2021/),
  ).toBeVisible();
  await page.getByRole('link', { name: 'See alternatives' }).click();
  await expect(page).toHaveURL('/packages/p/swampdragon/#alternatives');
  await page.goto('/grids/g/websockets/?q=swampdragon');
  await expect(page.getByText('Unmaintained in 2021')).toBeVisible();
  await page.goto('/packages/?q=swampdragon');
  await expect(page.getByText('Unmaintained in 2021')).toBeVisible();
});

test('packages can be sorted by health', async ({ page }) => {
  await page.goto('/packages/?sort=-health');
  await expect(page.getByLabel('Sort by')).toHaveValue('-health');
});
