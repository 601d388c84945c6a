import type { Page } from '@playwright/test';
import { isBot } from '@/lib/package/accounts';
import { recentCycles } from '@/lib/package/cycles';
import { timeOfDay } from '@/lib/package/readiness';
import { trendOf } from '@/lib/scoring/trend';
import { now } from '@/lib/time';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { elementIn, readDocument } from './read-document';

const active = catalogue.packages.filter(({ status }) => status === null);
const slugIn = (href: string | null) => href?.split('/').at(-2) ?? '';

/** The packages of a list in order, each with the texts of its row. */
async function readRows(page: Page) {
  const rows = await page.locator('main tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      href: row.querySelector('th a')?.getAttribute('href') ?? null,
      cells: [...row.querySelectorAll('td')]
        .filter((it) => it.checkVisibility())
        .map((it) => it.innerText.trim()),
    })),
  );
  return rows.map(({ href, cells }) => ({ slug: slugIn(href), cells }));
}

/** The bars of a chart: label, figure, link. */
async function readChart(page: Page, title: string) {
  const section = page.getByRole('region', { name: title, exact: true });
  await expect(section.locator('li').first()).toBeVisible();
  return section
    .locator('li')
    .evaluateAll((bars) =>
      bars.map((bar): [string, number, string] => [
        bar.querySelector('bdi')?.textContent ?? '',
        Number(bar.querySelector('[aria-hidden]:not(svg)')?.textContent.replaceAll(',', '')),
        bar.querySelector('a')?.getAttribute('href') ?? '',
      ]),
    );
}

/** The same without links. */
const readFigures = async (page: Page, title: string) =>
  (await readChart(page, title)).map(([label, count]) => [label, count] as const);

/** How often each value occurs, the most frequent first. */
function tally(values: string[]) {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const byName = (a: readonly unknown[], b: readonly unknown[]) =>
  String(a[0]) < String(b[0]) ? -1 : 1;

test.use({ javaScriptEnabled: false });

test('the most used packages match the catalogue file, fifty per page', async ({ page }) => {
  const used = catalogue.packages
    .filter((it) => (it.usage_count_2022 ?? 0) > 0)
    .sort(
      (a, b) =>
        (b.usage_count_2022 ?? 0) - (a.usage_count_2022 ?? 0) ||
        (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1),
    );
  await page.goto('/packages/liked/');
  await expect(page.getByText('(May 2022)')).toBeVisible();
  const seen = await readRows(page);
  expect(seen).toHaveLength(50);
  for (const number of [2, 3]) {
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL(`/packages/liked/?page=${number}`);
    seen.push(...(await readRows(page)));
  }
  expect(seen.map(({ slug }) => slug)).toEqual(used.map(({ slug }) => slug));
  expect(seen.map(({ cells }) => Number(cells[2]))).toEqual(used.map((it) => it.usage_count_2022));
});

test('the trending packages have more recent commits than before, by the figures of the catalogue file', async ({
  page,
}) => {
  const clock = { now: now(), zone: 'UTC' };
  const rising = active
    .map(({ slug, title, commits_over_52: weeks, commits_reference_date: asOf }) => ({
      slug,
      title,
      weeks: weeks ?? [],
      trend: trendOf({ commitsOver52: weeks, commitsAsOf: asOf }, clock) ?? 0,
    }))
    .filter(({ trend }) => trend > 0)
    .sort((a, b) => b.trend - a.trend || (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));
  const rate = (weeks: number[]) => {
    const sum = weeks.reduce((total, it) => total + it, 0);
    return (Math.round((10 * sum) / Math.max(1, weeks.length)) / 10).toFixed(1);
  };

  await page.goto('/packages/trending/');
  const shown = rising.length === 0 ? [] : await readRows(page);
  expect(shown.map(({ slug, cells }) => [slug, cells[2], cells[3]])).toEqual(
    rising.map(({ slug, weeks }) => [slug, rate(weeks.slice(-12)), rate(weeks.slice(0, -12))]),
  );
  // Half a year after the catalogue file's data was read, nothing in it is trending any more.
  await expect(page.getByText('No packages are trending')).toHaveCount(rising.length === 0 ? 1 : 0);
});

test('the readiness index counts the packages that declare each release', async ({ page }) => {
  await page.goto('/readiness/');
  for (const [product, title] of [
    ['django', 'Django'],
    ['python', 'Python'],
  ] as const) {
    const expected = recentCycles[product]
      .map(({ cycle }) => {
        const answersOf = active.map((it) => answerFor(product, cycle, it));
        const countOf = (answer: string) => answersOf.filter((it) => it === answer).length;
        return [`${title} ${cycle}`, countOf('yes'), countOf('no'), countOf('unknown')];
      })
      .reverse();
    const rows = page.getByRole('table', { name: `${title} versions` }).locator('tbody tr');
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('a')?.innerText,
        ...[...row.querySelectorAll('td')].map((it) => parseInt(it.innerText)),
      ]),
    );
    expect(shown).toEqual(expected);
  }
});

test('long-term and ended releases are marked', async ({ page }) => {
  await page.goto('/readiness/');
  await expect(page.getByRole('row', { name: 'Django 3.2' })).toContainText('LTS · end of life');
  await expect(page.getByRole('row', { name: 'Django 5.2' })).toContainText('LTS');
  await expect(page.getByRole('row', { name: 'Django 5.0' })).not.toContainText('LTS');
});

type Product = keyof typeof recentCycles;

function answerFor(product: Product, version: string, pkg: (typeof active)[number]) {
  const { [`${product}_versions` as const]: named, snapshot } = pkg;
  if (named?.includes(version)) return 'yes';
  const release = recentCycles[product].find(({ cycle }) => cycle === version);
  const isRead = snapshot !== null && snapshot.date >= timeOfDay(release?.releasedAt ?? '');
  return isRead && named !== null && named.length > 0 ? 'no' : 'unknown';
}

const answerOf = (pkg: (typeof active)[number]) => answerFor('django', '5.2', pkg);

test('the packages of a release can be filtered by their answer, and are counted', async ({
  page,
}) => {
  await page.goto('/readiness/django/5.2/');
  const answers = page.getByRole('navigation', { name: 'Support' });
  for (const [says, label] of [
    ['yes', 'Declared'],
    ['no', 'Not declared'],
    ['unknown', 'Unknown'],
  ] as const) {
    const expected = active.filter((it) => answerOf(it) === says).map(({ slug }) => slug);
    await answers.getByRole('link', { name: new RegExp(`^${label} ${expected.length} `) }).click();
    await expect(page).toHaveURL(`/readiness/django/5.2/?says=${says}`);
    // The URL changes before the page is complete.
    await page.waitForLoadState();

    const shown = await readRows(page);
    const next = page.getByRole('link', { name: 'Next page' });
    while ((await next.count()) > 0) {
      const address = await next.getAttribute('href');
      await next.click();
      await expect(page).toHaveURL(address ?? '');
      await page.waitForLoadState();
      shown.push(...(await readRows(page)));
    }
    expect(shown.map(({ slug }) => slug).sort()).toEqual(expected.sort());
    expect(shown.filter(({ cells }) => !cells[2]?.startsWith(label))).toEqual([]);
  }
});

test('search terms, category and sort order are combined with the answer', async ({ page }) => {
  await page.goto('/readiness/django/5.2/?says=yes');
  await page.getByLabel('Search these packages').fill('admin');
  await page.getByLabel('Category').selectOption('App');
  await page.getByLabel('Sort by').selectOption('Name');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL('/readiness/django/5.2/?q=admin&category=apps&sort=title&says=yes');
  const shown = await readRows(page);
  expect(shown.length).toBeGreaterThan(1);
  const titles = await page.locator('main tbody th a').allInnerTexts();
  expect(titles).toEqual(titles.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));

  await page.getByRole('columnheader', { name: 'Newest release' }).getByRole('link').click();
  await expect(page).toHaveURL(
    '/readiness/django/5.2/?says=yes&q=admin&category=apps&sort=-last_released',
  );
});

test('an ended release is marked, one with security fixes is not', async ({ page }) => {
  await page.goto('/readiness/django/3.2/');
  await expect(page.getByText('Django 3.2 has reached end of life')).toBeVisible();
  await page.goto('/readiness/python/3.14/');
  await expect(page.getByText('end of life')).toHaveCount(0);
});

test('the URL of a release without its trailing slash redirects', async ({ request }) => {
  const response = await request.get('/readiness/django/5.2?says=no', { maxRedirects: 0 });
  expect(response.status()).toBe(301);
  expect(response.headers()['location']).toBe('/readiness/django/5.2/?says=no');
});

test('the totals of the statistics match the catalogue file', async ({ page }) => {
  await page.goto('/open/');
  const labels = await page.locator('main dl dt').allInnerTexts();
  const figures = await page.locator('main dl dd').allInnerTexts();
  const totals = labels.map((it, index) => [it, Number(figures[index]?.replaceAll(',', ''))]);
  const { packages, grids, categories } = catalogue;
  expect(Object.fromEntries(totals)).toMatchObject({
    'Active packages': active.length,
    Archived: packages.filter(({ status }) => status?.archived).length,
    Deprecated: packages.filter(({ status }) => status?.deprecated).length,
    Grids: grids.length,
    Categories: categories.length,
    Features: grids.flatMap((grid) => grid.features).length,
    'Filled cells': grids.flatMap((grid) => grid.elements).length,
  });
});

test('the charts of the statistics match the catalogue file', async ({ page }) => {
  await page.goto('/open/');
  const titleOf = (slug: string) =>
    catalogue.categories.find((it) => it.slug === slug)?.title ?? '';
  const categories = tally(active.map((it) => titleOf(it.category)));
  expect(await readFigures(page, 'Categories')).toEqual(categories);

  const known = tally(active.flatMap((it) => it.licence ?? [])).filter(([, count]) => count > 1);
  expect(await readFigures(page, 'Licences')).toEqual(expect.arrayContaining(known));

  const cycles = tally(active.flatMap((it) => it.django_versions ?? []));
  const shown = await readFigures(page, 'Django versions');
  const isNamed = ([label]: readonly [string, number]) => /^\d/.test(label);
  expect(shown.filter(isNamed).sort(byName)).toEqual(cycles.sort(byName));

  const largest = catalogue.grids
    .map((it) => [it.title, it.packages.length] as const)
    .sort((a, b) => b[1] - a[1] || (a[0].toLowerCase() < b[0].toLowerCase() ? -1 : 1));
  expect(await readFigures(page, 'Largest grids')).toEqual(largest.slice(0, 20));

  const people = tally(active.flatMap((it) => it.participants.filter((name) => !isBot(name))));
  const ranked = people.sort((a, b) => b[1] - a[1] || byName(a, b)).slice(0, 20);
  expect(await readFigures(page, 'Top contributors')).toEqual(ranked);
});

test('each bar of the statistics leads to a list of as many packages', async ({
  page,
  request,
}) => {
  // A request for each bar.
  test.slow();
  await page.goto('/open/');
  const titles = [
    ...['Categories', 'Django versions', 'Python versions', 'Newest release', 'Last commit'],
    ...['Development status', 'Licences', 'Repository hosts'],
  ];
  for (const title of titles) {
    const bars = await readChart(page, title);
    expect(bars.length, title).toBeGreaterThan(1);
    for (const [label, count, href] of bars) {
      const { document } = await readDocument(request, href);
      const status = elementIn(document, 'main [role=status]').textContent;
      const total = Number(/([\d,]+) packages?/.exec(status)?.[1]?.replace(',', ''));
      expect(total, `${title}: ${label}`).toBe(count);
    }
  }
});

test('header and footer link the discovery pages', async ({ page }) => {
  await page.goto('/');
  const links = { Readiness: '/readiness/', Trending: '/packages/trending/' };
  const more = { 'Most used': '/packages/liked/', Statistics: '/open/' };
  for (const [name, path] of Object.entries({ ...links, ...more })) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('on a phone the site’s menu opens without a script', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/packages/');
  const readiness = page
    .getByRole('navigation', { name: 'Site' })
    .getByRole('link', { name: 'Readiness' });
  await expect(readiness).toBeHidden();
  await page.getByText('Menu', { exact: true }).click();
  await readiness.click();
  await expect(page).toHaveURL('/readiness/');
});
