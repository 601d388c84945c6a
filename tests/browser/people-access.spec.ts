import { expect } from '@playwright/test';
import { expectPagesAccessible } from './expect-accessible';
import { test } from './edit-site';
import { openAs } from './users';

test('no page of lists, favorites and watching has accessibility violations, in either scheme, on a phone or a desktop', async ({
  browser,
  site,
}) => {
  test.setTimeout(180_000);
  const { page, name } = await openAs(browser, site, { role: 'new' });
  for (const [path, label] of [
    ['/packages/celery/mine/', 'Add to favorites'],
    ['/packages/celery/mine/', 'I use this'],
    ['/grids/chat/watch/', 'Watch this grid'],
    ['/watching/', 'Create feed'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('button', { name: label, exact: true }).click();
    await expect(page.getByRole('button', { name: label, exact: true })).toHaveCount(0);
  }
  await page.goto('/lists/add/?package=celery');
  await page.getByLabel('Title').fill('Queues');
  await page.getByLabel('Description').fill('For the shop.');
  await page.getByRole('button', { name: 'Create list' }).click();
  const list = `/lists/${name}/queues/`;
  await expect(page).toHaveURL(list);
  await page.goto('/packages/huey/mine/');
  await page.getByLabel('Note').fill('Small and quick');
  await page.getByRole('button', { name: 'Add to list' }).click();
  await expect(page.locator('main')).toContainText('In Queues.');
  const paths = [
    ...['/packages/celery/mine/', '/packages/django-q/mine/', '/packages/usage/celery/add/'],
    ...['/grids/chat/watch/', '/watching/', '/lists/', '/lists/add/', list, `${list}edit/`],
    ...[`${list}delete/`, `/profiles/${name}/`, `/profiles/${name}/favorites/`],
    `/profiles/${name}/contributed/`,
  ];
  await expectPagesAccessible(page, paths);
  await page.context().close();
});
