import type { Page } from '@playwright/test';
import { parseTime, DAY_ZONE } from '@/lib/time';
import { describeDay } from '@/lib/text/wording';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { readDocument } from './read-document';

interface Row {
  slug: string;
  standing: string;
  drawn: string;
  releases: string;
}

/** The timeline as users read it. */
function readRows(page: Page): Promise<Row[]> {
  return page.locator('tbody tr').evaluateAll(rowsOf);
}

/** Also runs in the browser, so it uses nothing outside of itself. */
function rowsOf(rows: Element[]): Row[] {
  return rows.map((row) => {
    const head = row.querySelector('th[scope=row]');
    const link = head?.querySelector('a');
    return {
      slug: link?.getAttribute('href')?.split('/').at(-2) ?? '',
      standing: head?.textContent.replace(link?.textContent ?? '', '').trim() ?? '',
      drawn: row.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? '',
      releases: row.querySelector('td:last-child')?.textContent ?? '',
    };
  });
}

const dayOf = (time: number) => describeDay(time, DAY_ZONE);
const monthOf = (time: number) => dayOf(time).replace(/^\d+ /, '');

/** What the timeline should say about a package, from the catalogue file alone. */
function expectedOf(slug: string) {
  const it = catalogue.packages.find((entry) => entry.slug === slug);
  const tags = it?.releases ?? [];
  const dates = tags.flatMap(({ date }) =>
    date === null ? [] : { time: date, words: dayOf(date) },
  );
  if (it?.pypi_version && !tags.some(({ number }) => number === it.pypi_version)) {
    const time = it.pypi_released ?? 0;
    dates.push({ time, words: monthOf(time) });
  }
  dates.sort((a, b) => a.time - b.time);
  const [first, last] = [dates[0], dates.at(-1)];

  const listed = it?.created ?? parseTime(catalogue.generated, DAY_ZONE) ?? 0;
  const end = it?.last_updated ?? last?.time;
  const sign = first && first.time <= listed ? first : { time: listed, words: dayOf(listed) };
  const since = end !== undefined && sign.time <= end ? sign.words : undefined;
  const releases =
    dates.length === 0
      ? 'no dated releases'
      : dates.length === 1
        ? `1 release, ${first?.words ?? ''}`
        : `${dates.length} releases from ${first?.words ?? ''} to ${last?.words ?? ''}`;
  const commit = it?.last_updated ? dayOf(it.last_updated) : 'unknown';
  return {
    drawn: `${since === undefined ? 'Start unknown' : `Known since ${since}`}, last commit ${commit}; ${releases}.`,
    releases: String(dates.length),
  };
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const grid of catalogue.grids) {
    test(`the timeline of ${grid.slug} has a row for each package, with what the catalogue file says`, async ({
      request,
    }) => {
      const { document } = await readDocument(request, `/grids/g/${grid.slug}/timesheet/`);
      const rows = rowsOf([...document.querySelectorAll('tbody tr')]);
      expect(rows.map(({ slug }) => slug).sort()).toEqual([...grid.packages].sort());
      for (const { slug, standing, ...said } of rows) {
        expect(said, slug).toEqual(expectedOf(slug));
        const { status } = catalogue.packages.find((it) => it.slug === slug) ?? {};
        expect(standing !== '', slug).toBe(
          status?.deprecated === true || status?.archived === true || !!status?.deprecated_by,
        );
      }
    });
  }

  test('the package with the newest commit is first, unknown ones are last, and links change the order', async ({
    page,
  }) => {
    await page.goto('/grids/g/workers-queues-tasks/timesheet/');
    const head = (name: string) => page.getByRole('columnheader', { name });
    const slugs = async () => (await readRows(page)).map(({ slug }) => slug);
    const commitOf = (slug: string) =>
      catalogue.packages.find((it) => it.slug === slug)?.last_updated ?? 0;
    const commits = (await slugs()).map(commitOf);
    expect(commits).toEqual([...commits].sort((a, b) => b - a));
    await expect(head('Last commit')).toHaveAttribute('aria-sort', 'descending');

    await head('Package').getByRole('link').click();
    await expect(page).toHaveURL('/grids/g/workers-queues-tasks/timesheet/?sort=title');
    await expect(head('Package')).toHaveAttribute('aria-sort', 'ascending');
    expect((await slugs())[0]).toBe('celery');

    await head('Known since').getByRole('link').click();
    expect((await slugs())[0]).toBe('django-q');
    await head('Known since').getByRole('link').click();
    await expect(page).toHaveURL(/sort=-known_since$/);
    expect((await slugs()).at(-1)).toBe('django-q');
  });

  test('on a phone the sort orders are links, and dates are below the bars', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/grids/g/workers-queues-tasks/timesheet/');
    await page.getByRole('navigation', { name: 'Order' }).getByText('Known since').click();
    await expect(page).toHaveURL(/sort=known_since$/);
    const first = page.locator('tbody tr').first();
    await expect(first).toContainText('Known since June 2015 since it was listed; 15 releases');
    expect((await first.getByRole('img').boundingBox())?.width).toBeGreaterThan(150);
  });
});

test('an unknown sort order is ignored', async ({ request }) => {
  const path = '/grids/g/websockets/timesheet/';
  const rowsAt = async (address: string) => {
    const { status, document } = await readDocument(request, address);
    return { status, rows: rowsOf([...document.querySelectorAll('tbody tr')]) };
  };
  const { rows: usual } = await rowsAt(path);
  for (const query of [
    'sort=nope',
    'sort=__proto__',
    'sort=',
    'sort=--title',
    `sort=${'x'.repeat(10_240)}`,
    'sort=%00',
    'sort=%E0%A4%A',
    "sort='%20or%201=1--",
    'sort=title&sort=nope',
    'sort[]=title',
  ]) {
    const { status, rows } = await rowsAt(`${path}?${query}`);
    expect(status, query.slice(0, 40)).toBe(200);
    expect(rows, query.slice(0, 40)).toEqual(usual);
  }
});

test('the timeline of a missing grid is a 404', async ({ request }) => {
  for (const slug of ['nope', '%00', '%F0%9F%90%99', '__proto__']) {
    const response = await request.get(`/grids/g/${slug}/timesheet/`);
    expect(response.status(), slug).toBe(404);
  }
});

test('/landscape/ of a grid redirects to its comparison with packages as rows, and keeps the query', async ({
  page,
  request,
}) => {
  for (const path of ['landscape', 'landscape/']) {
    const response = await request.get(`/grids/g/websockets/${path}?sort=title&q=a%26b`, {
      maxRedirects: 0,
    });
    expect(response.status()).toBe(301);
    expect(response.headers()['location']).toBe(
      '/grids/g/websockets/?sort=title&q=a%26b&layout=rows',
    );
  }
  await page.goto('/grids/g/websockets/landscape/');
  await expect(page).toHaveURL('/grids/g/websockets/?layout=rows');
  await expect(page.getByRole('rowheader', { name: 'Daphne' })).toBeVisible();
});
