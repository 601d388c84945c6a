import { z } from 'zod';
import { expect, test } from './fixtures';
import { readDocument } from './read-document';

test.use({ javaScriptEnabled: false });

test('the sections of a package page come in the order in which they help to decide', async ({
  request,
}) => {
  const { document } = await readDocument(request, '/packages/p/celery/');
  const titles = [...document.querySelectorAll('main h2')].map((it) => it.textContent);
  expect(titles).toEqual([
    'Install',
    'Compatibility',
    'What it can do',
    'Activity',
    'Over time',
    'Alternatives',
    'Compared in',
    'Releases',
    'Contributors',
    'Data sources',
  ]);
});

test('the versions that a package declares differ in text from those that it does not', async ({
  request,
}) => {
  const { document } = await readDocument(request, '/packages/p/celery/');
  const texts = [...document.querySelectorAll('.cycles li')].map((it) =>
    it.textContent.replace(/[\s,]+$/, ''),
  );
  expect(texts).toContain('3.9 not declared, end of life');
  expect(texts).toContain('3.13 declared');
  expect(document.querySelectorAll('.cycles .declared')).toHaveLength(5);
});

test('a package page says what the package can do, once for each feature', async ({ page }) => {
  await page.goto('/packages/p/celery/');
  const features = page.getByRole('region', { name: 'What it can do' });
  await expect(features.getByText('Periodic tasks')).toHaveCount(1);
  await expect(features.locator('div', { hasText: /^Periodic tasks Yes$/ })).toBeVisible();
  await expect(features.locator('div', { hasText: /^BrokerRabbitMQ, Redis/ })).toBeVisible();
  await features.getByRole('link', { name: 'Workers, Queues, and Tasks' }).click();
  await expect(page).toHaveURL('/grids/g/workers-queues-tasks/');
});

test('five alternatives are shown, and the others on demand', async ({ page }) => {
  await page.goto('/packages/p/celery/');
  const alternatives = page.getByRole('region', { name: 'Alternatives' });
  await expect(alternatives.getByRole('checkbox')).toHaveCount(5);
  const procrastinate = alternatives.getByRole('link', { name: 'Procrastinate' });
  await expect(procrastinate).toBeHidden();
  await alternatives.getByText(/^\d more alternatives$/).click();
  await expect(procrastinate).toBeVisible();
});

test('five releases are shown, and the older ones on demand', async ({ page }) => {
  await page.goto('/packages/p/celery/');
  await expect(
    page.getByRole('table', { name: 'Newest releases' }).locator('tbody tr'),
  ).toHaveCount(5);
  await expect(page.getByRole('table', { name: 'Older releases' })).toBeHidden();
  await page.getByText('11 older releases').click();
  await expect(page.getByRole('table', { name: 'Older releases' }).locator('tbody tr')).toHaveCount(
    11,
  );
});

test('a deprecated package can be compared with its replacement', async ({ page }) => {
  await page.goto('/packages/p/django-private-chat/');
  await page.getByRole('link', { name: 'Compare with its replacement' }).click();
  await expect(page).toHaveURL('/compare/django-private-chat,django_private_chat2/');
});

test('missing data is a sentence, not an empty chart', async ({ page }) => {
  await page.goto('/packages/p/peering-manager/');
  for (const text of [
    'No figures yet.',
    'No compatibility data yet.',
    'No commit data yet.',
    'No release data yet.',
  ]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  await expect(page.locator('main figure')).toHaveCount(0);
});

test('a package page shows its figures over time, and programs get them week by week', async ({
  request,
}) => {
  const { document } = await readDocument(request, '/packages/p/celery/');
  const section = document.querySelector('section[aria-labelledby="history"]');
  const captions = [...(section?.querySelectorAll('figure svg + figcaption') ?? [])];
  expect(captions).toHaveLength(3);
  expect(captions[0]?.textContent).toMatch(
    /^Stars: [\d,]+ in June 2022, [\d,]+ in January 2026\.$/,
  );
  expect(section?.textContent).toContain('best-of-');
  expect(section?.querySelectorAll('tbody tr').length).toBeGreaterThan(5);

  const csv = await (await request.get('/packages/p/celery/metrics.csv')).text();
  const lines = csv.trim().split('\r\n').slice(1);
  const api = z
    .object({
      count: z.number(),
      results: z.array(z.object({ week: z.string(), stars: z.number() })),
    })
    .parse(await (await request.get('/api/v4/packages/celery/history/?limit=1000')).json());
  expect(api.count).toBe(lines.length);
  expect(api.results.map(({ week, stars }) => `${week},${stars}`).reverse()).toEqual(
    lines.map((line) => line.split(',').slice(0, 2).join(',')),
  );

  const former = await request.get('/packages/p/Celery/metrics.csv', { maxRedirects: 0 });
  expect(former.status()).toBe(301);
  expect(former.headers()['location']).toBe('/packages/p/celery/metrics.csv');
  expect((await request.get('/packages/p/nothing/metrics.csv')).status()).toBe(404);
});
