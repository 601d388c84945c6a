import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { GET as categoryFeed } from '@/app/feeds/categories/[slug]/[format]/route';
import { GET as gridFeed } from '@/app/feeds/grids/[slug]/[format]/route';
import { GET as packageFeed } from '@/app/feeds/packages/p/[slug]/[format]/route';
import { GET as latestReleases } from '@/app/feeds/releases/latest/[format]/route';
import { database } from '@/db/client';
import { renumber } from '@/db/writes/import/renumber';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

type Table = 'packages' | 'grids' | 'categories';

const idOf = (table: Table, slug: string) =>
  database().get<{ id: number }>(sql`select id from ${sql.raw(table)} where slug = ${slug}`).id;

/** Like an import whose source has another id for a record. */
function giveNumber(kind: 'package' | 'grid' | 'category', table: Table, slug: string, to: number) {
  database().transaction(() => {
    database().run('pragma defer_foreign_keys = on');
    renumber(kind, idOf(table, slug), to);
  });
}

const atomIds = z.string().transform((text) => text.match(/<id>[^<]+<\/id>/g) ?? []);

async function readIds() {
  const feeds = [
    { handler: latestReleases, slug: '' },
    { handler: packageFeed, slug: 'huey' },
    { handler: gridFeed, slug: 'workers-queues-tasks' },
    { handler: categoryFeed, slug: 'apps' },
  ];
  const all = feeds.map(async ({ handler, slug }) => {
    const request = new Request('http://packages.test/', { headers: { host: 'packages.test' } });
    const params = Promise.resolve({ slug, format: 'atom' });
    return atomIds.parse(await (await handler(request, { params })).text());
  });
  return Promise.all(all);
}

test('feeds and items keep their ids when an import renumbers records', async () => {
  const before = await readIds();
  expect(before.every((ids) => ids.length > 5)).toBe(true);
  expect(before[1]?.[0]).toContain(`/api/v4/packages/${idOf('packages', 'huey')}/#releases`);

  giveNumber('package', 'packages', 'huey', 777);
  giveNumber('grid', 'grids', 'workers-queues-tasks', 778);
  giveNumber('category', 'categories', 'apps', 779);
  expect(idOf('packages', 'huey')).toBe(777);
  expect(await readIds()).toEqual(before);

  giveNumber('package', 'packages', 'huey', 780);
  expect(await readIds()).toEqual(before);
});
