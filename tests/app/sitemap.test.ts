import { describe, expect, test } from 'vitest';
import { GET as blog } from '@/app/sitemap-blog.xml/route';
import { GET as categories } from '@/app/sitemap-categories.xml/route';
import { GET as grids } from '@/app/sitemap-grids.xml/route';
import { GET as packages } from '@/app/sitemap-packages.xml/route';
import { GET as pages } from '@/app/sitemap-static.xml/route';
import { GET as index } from '@/app/sitemap.xml/route';
import { database } from '@/db/client';
import { countPackages } from '@/db/queries/packages';
import { askDocument, HOST } from '@/tests/tools/ask-document';
import { useShippedCatalogue } from '@/tests/tools/database';
import { sitemapFaults } from '@/tests/tools/sitemap-rules';
import { onlyText, readXml } from '@/tests/tools/xml-tree';

useShippedCatalogue();

const origin = `http://${HOST}`;

const files = [
  { path: '/sitemap.xml', handler: index },
  { path: '/sitemap-static.xml', handler: pages },
  { path: '/sitemap-packages.xml', handler: packages },
  { path: '/sitemap-grids.xml', handler: grids },
  { path: '/sitemap-categories.xml', handler: categories },
  { path: '/sitemap-blog.xml', handler: blog },
];

async function readEntries(handler: typeof index, path: string) {
  const { text } = await askDocument(handler, path, {});
  const root = readXml(text);
  return root.children.map((child) => ({
    path: onlyText(child, 'loc')?.replace(origin, ''),
    day: onlyText(child, 'lastmod'),
    frequency: onlyText(child, 'changefreq'),
    priority: onlyText(child, 'priority'),
  }));
}

test.each(files)('$path is valid and not indexed itself', async ({ path, handler }) => {
  const answer = await askDocument(handler, path, {});
  expect(answer.status).toBe(200);
  expect(answer.header('content-type')).toBe('application/xml');
  expect(answer.header('x-robots-tag')).toBe('noindex, noodp, noarchive');
  expect(sitemapFaults(answer.text, origin)).toEqual([]);
});

test('the index lists every section with its newest change', async () => {
  const entries = await readEntries(index, '/sitemap.xml');
  expect(entries.map(({ path }) => path)).toEqual(files.slice(1).map(({ path }) => path));
  expect(entries[0]?.day).toBeUndefined();
  for (const [place, { path, handler }] of files.slice(1).entries()) {
    const days = (await readEntries(handler, path)).map(({ day }) => day ?? '').sort();
    expect(entries[place]?.day ?? '').toBe(days.at(-1));
  }
});

test('lists active packages, all grids and all categories', async () => {
  const listed = await readEntries(packages, '/sitemap-packages.xml');
  expect(listed).toHaveLength(countPackages({}));
  expect(listed.map(({ path }) => path)).not.toContain('/packages/p/django-private-chat/');
  expect(listed[0]).toMatchObject({ frequency: 'daily', priority: '1.0' });
  expect(await readEntries(grids, '/sitemap-grids.xml')).toHaveLength(31);
  expect(await readEntries(categories, '/sitemap-categories.xml')).toHaveLength(5);
  const [home] = await readEntries(pages, '/sitemap-static.xml');
  expect(home).toMatchObject({ path: '/', frequency: 'weekly', priority: '0.8' });
});

describe('the day of the last change', () => {
  const dayOf = async (handler: typeof index, section: string, path: string) =>
    (await readEntries(handler, `/sitemap-${section}.xml`)).find((it) => it.path === path)?.day;

  test.each(['modified_at', 'last_fetched_at', 'repo_figures_at', 'commits_as_of', 'snapshot_at'])(
    'of a package, its grid and its category changes with %s',
    async (column) => {
      const db = database().$client;
      db.exec('savepoint moved');
      db.exec('update packages set created_at = 1600000000000000, modified_at = 1600000000000000');
      db.exec('update packages set last_fetched_at = null, repo_figures_at = null');
      db.exec(
        'update packages set commits_as_of = null, snapshot_at = null, usage_counted_at = null',
      );
      for (const table of ['grids', 'categories', 'features', 'cells'])
        db.exec(`update ${table} set modified_at = 1600000000000000`);
      db.exec('update grid_packages set created_at = 1600000000000000');
      const days = async () => [
        await dayOf(packages, 'packages', '/packages/p/celery/'),
        await dayOf(grids, 'grids', '/grids/g/workers-queues-tasks/'),
        await dayOf(categories, 'categories', '/categories/other/'),
        await dayOf(grids, 'grids', '/grids/g/websockets/'),
      ];
      expect(await days()).toEqual(Array(4).fill('2020-09-13'));
      // 03:00 UTC on the second is still the first in New York.
      db.exec(`update packages set ${column} = 1704164400000000 where slug = 'celery'`);
      expect(await days()).toEqual(['2024-01-01', '2024-01-01', '2024-01-01', '2020-09-13']);
      db.exec('rollback to moved; release moved');
    },
  );
});

test('a section that is too long for one file is split', async () => {
  database().$client.exec(`
    with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 50000)
    insert into packages (slug, title, category_id, created_at, modified_at)
    select 'p' || n, 'P' || n, 1, 1600000000000000, 1600000000000000 from numbers`);
  const named = (await readEntries(index, '/sitemap.xml')).map(({ path }) => path);
  expect(named).toContain('/sitemap-packages.xml?p=2');
  const first = await readEntries(packages, '/sitemap-packages.xml');
  const second = await readEntries(packages, '/sitemap-packages.xml?p=2');
  expect(first).toHaveLength(50_000);
  expect(new Set([...first, ...second].map(({ path }) => path)).size).toBe(countPackages({}));
});

test.each(['?p=0', '?p=3', '?p=x', '?p=-1', '?p='])('part %s is not found', async (query) => {
  expect((await askDocument(packages, `/sitemap-packages.xml${query}`, {})).status).toBe(404);
});

describe('the sitemap rules', () => {
  const right =
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.test/x/</loc><lastmod>2026-01-02</lastmod><changefreq>daily</changefreq><priority>1.0</priority></url></urlset>';

  test('accept a valid sitemap', () => {
    expect(sitemapFaults(right, 'https://a.test')).toEqual([]);
  });

  test.each([
    ['https://a.test/x/', '/x/'],
    ['https://a.test/x/', 'https://b.test/x/'],
    ['2026-01-02', '2 January'],
    ['2026-01-02', '2099-01-01'],
    ['daily', 'sometimes'],
    ['1.0', '2.0'],
    ['<loc>', '<name>x</name><loc>'],
    ['schemas/sitemap/0.9', 'schemas/sitemap/1.0'],
    ['</url></urlset>', '</url><url><loc>https://a.test/x/</loc></url></urlset>'],
  ])('reject %j as %j', (part, broken) => {
    expect(sitemapFaults(right.replace(part, broken), 'https://a.test')).not.toEqual([]);
  });
});
