import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { ROOT } from '@/lib/root';
import { atomFaults, rssFaults } from '@/tests/tools/feed-rules';
import { expectPagesAccessible } from './expect-accessible';
import { test as base } from './edit-site';

interface Cell {
  feature: number;
  package: number;
}

const test = base.extend<object, { edited: Cell & { base: string } }>({
  // A site on which a grid was edited 20, 10 and 5 days ago.
  edited: [
    async ({ site }, use) => {
      const output = execFileSync(
        process.execPath,
        ['--import', 'tsx', 'tests/tools/make-history.ts'],
        { cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATABASE_PATH: site.databasePath } },
      );
      const cell = z.object({ feature: z.number(), package: z.number() }).parse(JSON.parse(output));
      await use({ ...cell, base: `http://localhost:${site.port}` });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ edited }, use) => {
    await use(edited.base);
  },
});

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const HISTORY = '/grids/g/websockets/history/';
/** The changes of a history; the other list is of breadcrumbs. */
const listed = (page: Page) => page.locator('main ol:not(nav ol) > li');
const table = (page: Page) => page.locator('main table');

test('a grid is shown as it was at the end of any day', async ({ page }) => {
  await page.goto(HISTORY);
  await page.getByLabel('On (UTC)').fill(day(15));
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(`${HISTORY}?at=${day(15)}&to=`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(' on ');
  await expect(table(page)).toContainText('quaggamire');
  await expect(table(page)).toContainText('Renamed');
  await expect(table(page)).not.toContainText('zebracorn');
  await expect(
    table(page).getByRole('columnheader', { name: 'Channels', exact: true }),
  ).toHaveCount(1);
  await expect(page.getByRole('main')).not.toContainText('Live pages.');

  await page.goto(`${HISTORY}?at=${day(0)}`);
  await expect(table(page)).toContainText('zebracorn');
  await expect(table(page)).toContainText('yes, <b>really</b>');
  await expect(
    table(page).getByRole('columnheader', { name: 'Channels', exact: true }),
  ).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Websockets <now>: Live pages.');
});

test('the page of a grid leads to its history', async ({ page }) => {
  await page.goto(`/grids/g/websockets/?at=${day(15)}&to=${day(7)}`);
  await expect(page).toHaveURL(`${HISTORY}?at=${day(15)}&to=${day(7)}`);
});

test('what changed between two days is a table of marked cells', async ({ page }) => {
  await page.goto(`${HISTORY}?at=${day(15)}&to=${day(7)}`);
  await expect(page.getByRole('main')).toContainText('4 changes between the ends of these days');
  await expect(page.locator('main dl')).toContainText('Live pages.');
  await expect(table(page).locator('del')).toHaveText('quaggamire');
  await expect(table(page).locator('ins')).toContainText(['zebracorn', 'Added', 'really']);
  await expect(table(page).getByRole('row', { name: /^added Added/ })).toContainText('really');
  // Only rows and columns with changes are shown at first.
  await expect(table(page).getByRole('row')).toHaveCount(3);
  await expect(table(page).getByRole('columnheader')).toHaveText(['Feature', 'Daphne']);
  await page.getByRole('link', { name: 'Show unchanged rows too' }).click();
  await expect(table(page)).toContainText('Renamed');
  expect(await table(page).getByRole('columnheader').count()).toBeGreaterThan(2);

  await page.goto(`${HISTORY}?at=${day(7)}&to=${day(1)}`);
  const removed = table(page).getByRole('columnheader', { name: /^removed\s+Channels/ });
  await expect(removed).toHaveCount(1);
});

test('days without an answer are explained', async ({ page }) => {
  for (const [query, text] of [
    [`at=${day(25)}`, 'The history of this grid begins on'],
    ['at=2026-02-30', '“2026-02-30” is not a date.'],
    ['at=yesterday', '“yesterday” is not a date.'],
    [`at=${day(-3)}`, 'is in the future.'],
    [`at=${day(9)}&to=9999-12-31`, 'is in the future.'],
  ] as const) {
    const response = await page.goto(`${HISTORY}?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(page.getByRole('main'), query).toContainText(text);
  }
  await page.goto(`/grids/g/chat/history/?at=${day(3)}`);
  await expect(page.getByRole('main')).toContainText('No changes have been recorded');
  await expect(table(page).getByRole('row').nth(2)).toBeVisible();
});

test('a feature and a cell have histories of their own, with times', async ({ page, edited }) => {
  // Its cells of two packages were edited or removed.
  await page.goto(`/grids/feature/${edited.feature}/history/`);
  await expect(listed(page)).toHaveCount(3);
  await page.goto(`/grids/element/websockets/${edited.package}/${edited.feature}/history/`);
  const changes = listed(page);
  await expect(changes).toHaveCount(2);
  await expect(changes.nth(1)).toContainText('Read the docs');
  await expect(changes.nth(0)).toContainText('zebracorn');
  const time = changes.nth(0).locator('time');
  await expect(time).toHaveText(/^\d+ \w+ \d{4}, \d\d:\d\d UTC$/);
  await expect(time).toHaveAttribute('datetime', new RegExp(`^${day(10)}T\\d\\d:\\d\\d:\\d\\dZ$`));
  for (const path of ['/grids/element/websockets/1/1/history/', '/grids/feature/1/history/']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test('the page of a change with several cells shows them as a table', async ({ page }) => {
  await page.goto(HISTORY);
  await page
    .locator('main')
    .getByRole('link', { name: /^Change \d+/ })
    .first()
    .click();
  await expect(table(page).locator('[data-fate=removed]').nth(2)).toBeVisible();
});

test('changes are feeds', async ({ page, edited, request }) => {
  for (const [path, text] of [
    ['/feeds/changes/', 'Celery changed: documentation'],
    ['/feeds/changes/grids/websockets/', 'Websockets &lt;now&gt; changed: '],
    ['/feeds/changes/packages/celery/', 'Celery changed: documentation'],
  ] as const) {
    for (const [format, faultsOf] of [
      ['rss', rssFaults],
      ['atom', atomFaults],
    ] as const) {
      const url = `${edited.base}${path}${format}/`;
      const body = await (await request.get(url)).text();
      expect(faultsOf(body, url), url).toEqual([]);
      expect(body, url).toContain(text);
    }
  }
  const atom = await (await request.get('/feeds/changes/grids/websockets/atom/')).text();
  expect(atom).toContain('<author><name>ada</name></author>');
  await page.goto(HISTORY);
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute(
    'href',
    /\/feeds\/changes\/grids\/websockets\/atom\/$/,
  );
});

test('pages of the history are accessible', async ({ page, edited }) => {
  await expectPagesAccessible(page, [
    HISTORY,
    `${HISTORY}?at=${day(15)}`,
    `${HISTORY}?at=${day(15)}&to=${day(1)}`,
    `${HISTORY}?at=2026-02-30`,
    `/grids/feature/${edited.feature}/history/`,
    '/history/1/',
    '/history/7/',
  ]);
});
