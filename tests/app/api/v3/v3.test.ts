import { expect, test } from 'vitest';
import type { z } from 'zod';
import * as categories from '@/app/api/v3/categories/route';
import * as category from '@/app/api/v3/categories/[slug]/route';
import * as grids from '@/app/api/v3/grids/route';
import * as gridPackages from '@/app/api/v3/grids/[slug]/packages/route';
import * as grid from '@/app/api/v3/grids/[slug]/route';
import * as packages from '@/app/api/v3/packages/route';
import * as packageRoute from '@/app/api/v3/packages/[slug]/route';
import * as root from '@/app/api/v3/route';
import { database } from '@/db/client';
import { slugRedirects } from '@/db/schema';
import { toAsciiJson, type Json } from '@/lib/api/v3/json';
import * as schemas from '@/lib/api/v3/schemas';
import { expectDescribed } from '@/tests/tools/api-schema';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

type Handler<Params> = (
  request: Request,
  context: { params: Promise<Params> },
) => Response | Promise<Response>;

async function ask(handler: Handler<{ slug: string }>, path: string, slug = '') {
  const request = new Request(`http://localhost:3000${path}`);
  const response = await handler(request, { params: Promise.resolve({ slug }) });
  const { status } = response;
  const text = await response.text();
  if (response.headers.get('content-type') === 'application/json') {
    expectDescribed({ path, method: 'GET', status, document: JSON.parse(text) });
  }
  return { status, text, location: response.headers.get('location') };
}

/** A document with exactly the keys of its schema, in order. */
async function read<Schema extends z.ZodType<Json>>(
  schema: Schema,
  ...question: Parameters<typeof ask>
) {
  const { status, text } = await ask(...question);
  expect(status).toBe(200);
  const document = schema.parse(JSON.parse(text));
  expect(toAsciiJson(document)).toBe(text);
  return document;
}

test('the root, each record and the first page of each list match their schemas', async () => {
  await read(schemas.rootSchema, root.GET, '/api/v3/');
  await read(schemas.categoryListSchema, categories.GET, '/api/v3/categories/');
  await read(schemas.categorySchema, category.GET, '/api/v3/categories/apps/', 'apps');
  const everyGrid = await read(schemas.gridListSchema, grids.GET, '/api/v3/grids/?limit=99');
  for (const { slug, packages: members } of everyGrid.objects) {
    await read(schemas.gridSchema, grid.GET, `/api/v3/grids/${slug}/`, slug);
    const path = `/api/v3/grids/${slug}/packages/?limit=999`;
    const list = await read(schemas.gridPackageListSchema, gridPackages.GET, path, slug);
    expect(list.objects.map((it) => it.resource_uri)).toEqual(members);
  }
  const all = await read(schemas.packageListSchema, packages.GET, '/api/v3/packages/?limit=999');
  expect(all.objects).toHaveLength(186);
  for (const { slug } of all.objects)
    await read(schemas.packageSchema, packageRoute.GET, `/api/v3/packages/${slug}/`, slug);
});

test.each(['', 'category=apps&'])(
  'following next from ?%slimit=7 lists every package once, sorted by title',
  async (filter) => {
    const whole = `/api/v3/packages/?${filter}limit=999`;
    const titles = (await read(schemas.packageListSchema, packages.GET, whole)).objects.map(
      (it) => it.title,
    );
    const seen: string[] = [];
    let next: string | null = `/api/v3/packages/?${filter}limit=7`;
    while (next !== null) {
      const page: z.infer<typeof schemas.packageListSchema> = await read(
        schemas.packageListSchema,
        packages.GET,
        // As in the reference, the link drops the category.
        `${next}&${filter}`,
      );
      seen.push(...page.objects.map((it) => it.title));
      next = page.meta.next;
    }
    expect(seen).toEqual(titles);
    const lower = titles.map((it) => it.toLowerCase());
    expect(lower).toEqual([...lower].sort());
  },
);

test('lists include inactive packages', async () => {
  const { objects } = await read(
    schemas.packageListSchema,
    packages.GET,
    '/api/v3/packages/?limit=999',
  );
  expect(objects.map((it) => it.slug)).toContain('swampdragon');
});

test.each([
  ['packages/once/', packageRoute.GET, 'packages/django-q/'],
  ['packages/Django-Q/?x=1', packageRoute.GET, 'packages/django-q/?x=1'],
  ['packages/django_redis/', packageRoute.GET, 'packages/django-redis/'],
  ['grids/once/', grid.GET, 'grids/websockets/'],
  ['grids/WebSockets/', grid.GET, 'grids/websockets/'],
  ['grids/once/packages/?limit=1', gridPackages.GET, 'grids/websockets/packages/?limit=1'],
] as const)('%s redirects to the current slug', async (path, handler, target) => {
  const createdAt = 1_700_000_000_000_000;
  database()
    .insert(slugRedirects)
    .values([
      { kind: 'package', oldSlug: 'once', packageId: 2948, createdAt },
      { kind: 'grid', oldSlug: 'once', gridId: 116, createdAt },
    ])
    .onConflictDoNothing()
    .run();
  const { status, text, location } = await ask(handler, `/api/v3/${path}`, path.split('/')[1]);
  expect([status, location]).toEqual([301, `/api/v3/${target}`]);
  expect(text).toBe(`{"error": 301, "message": "Moved to /api/v3/${target}."}`);
});

test.each(['nope', '2948', 'Django-Qq', '\0', '🐍', 'x'.repeat(10_240)])(
  'odd name %# is not found',
  async (slug) => {
    const cases: [string, Handler<{ slug: string }>][] = [
      ['Package', packageRoute.GET],
      ['Grid', grid.GET],
      ['Grid', gridPackages.GET],
      ['Category', category.GET],
    ];
    for (const [noun, handler] of cases) {
      expect(await ask(handler, '/api/v3/odd/', slug)).toEqual({
        status: 404,
        text: `{"error": 404, "message": "No ${noun} matches the given query."}`,
        location: null,
      });
    }
  },
);
