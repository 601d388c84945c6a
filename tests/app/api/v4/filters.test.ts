import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as categories from '@/app/api/v4/categories/route';
import * as grids from '@/app/api/v4/grids/route';
import * as packages from '@/app/api/v4/packages/route';
import { database } from '@/db/client';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();

const lists = { packages, grids, categories };
type List = keyof typeof lists;

const page = z.object({ count: z.number(), results: z.array(z.looseObject({ id: z.number() })) });

async function listIds(list: List, query: string) {
  const { status, document } = await ask(lists[list], `/api/v4/${list}/?limit=1000&${query}`);
  expect(status).toBe(200);
  const { count, results } = page.parse(document());
  expect(results).toHaveLength(count);
  return results.map(({ id }) => id);
}

/** By plain SQL, newest first by default. */
const idsOf = (list: List, where: string, order = 'id desc') =>
  database()
    .all<{ id: number }>(sql.raw(`select id from ${list} where ${where} order by ${order}`))
    .map(({ id }) => id);

const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

test('filters packages by category', async () => {
  const ofCategory = (slug: string) =>
    `category_id = (select id from categories where slug = '${slug}')`;
  for (const slug of ['apps', 'frameworks', 'projects']) {
    expect(await listIds('packages', `category=${slug}`)).toEqual(
      idsOf('packages', ofCategory(slug)),
    );
  }
});

test.each(['true', '1', 'yes'])('active=%s returns active packages', async (text) => {
  const expected = idsOf('packages', 'not is_deprecated and not is_archived');
  expect(expected.length).toBeGreaterThan(100);
  expect(await listIds('packages', `active=${text}`)).toEqual(expected);
});

test.each(['false', '0', 'no'])('active=%s returns inactive packages', async (text) => {
  const expected = idsOf('packages', 'is_deprecated or is_archived');
  expect(expected.length).toBeGreaterThan(0);
  expect(await listIds('packages', `active=${text}`)).toEqual(expected);
});

test('modified_since returns records edited or fetched since', async () => {
  const since = Date.parse('2026-03-01T00:00:00Z') * 1000;
  const where = `modified_at >= ${since} or last_fetched_at >= ${since}`;
  const expected = idsOf('packages', where);
  expect(expected.length).toBeGreaterThan(3);
  expect(expected.length).toBeLessThan(186);
  for (const text of ['2026-03-01T00:00:00Z', '2026-03-01T01:00:00%2B01:00']) {
    expect(await listIds('packages', `modified_since=${text}`)).toEqual(expected);
  }
  // An unencoded plus arrives as a space.
  expect(await listIds('packages', 'modified_since=2026-03-01T01:00:00+01:00')).toEqual(expected);
});

test.each(['grids', 'categories'] as const)('modified_since on %s', async (list) => {
  const [newest = 0] = database()
    .all<{ at: number }>(sql.raw(`select max(modified_at) as at from ${list}`))
    .map(({ at }) => at);
  const text = new Date(newest / 1000).toISOString().replace('Z', '000Z');
  expect(await listIds(list, `modified_since=${text}`)).toEqual(
    idsOf(list, `modified_at >= ${Math.floor(newest / 1000) * 1000}`),
  );
  expect(await listIds(list, 'modified_since=2100-01-01')).toEqual([]);
});

test('q finds packages by words and misspelt names', async () => {
  const titles = async (query: string) =>
    z
      .object({ results: z.array(z.object({ slug: z.string() })) })
      .parse((await ask(packages, `/api/v4/packages/?limit=1000&${query}`)).document())
      .results.map(({ slug }) => slug);
  expect(await titles('q=celery')).toContain('celery');
  expect(await titles('q=clery')).toContain('celery');
  const queues = await titles('q=task+queue');
  expect(queues).toContain('django-q');
  expect(queues.length).toBeLessThan(60);
  expect(await titles('q=qqqqqqqqqq')).toEqual([]);
});

test('q finds grids, and only grids', async () => {
  const found = await listIds('grids', 'q=websockets');
  expect(found).toContain(116);
  expect(found.length).toBeLessThan(31);
});

test('filters can be combined', async () => {
  const all = await listIds('packages', 'q=queue');
  const some = await listIds('packages', 'q=queue&active=1&category=apps');
  const allowed = idsOf(
    'packages',
    "not is_deprecated and not is_archived and category_id = (select id from categories where slug = 'apps')",
  );
  expect(some.length).toBeGreaterThan(0);
  expect(sorted(some)).toEqual(sorted(all.filter((id) => allowed.includes(id))));
});

const columns: Record<string, string> = {
  created: 'created_at',
  modified: 'modified_at',
  last_updated: 'last_commit_at',
  last_fetched: 'last_fetched_at',
};

const orders = (['packages', 'grids', 'categories'] as const).flatMap((list) => {
  const fields =
    list === 'packages'
      ? ['id', 'title', 'slug', ...Object.keys(columns), 'repo_watchers', 'repo_forks']
      : ['id', 'title', 'slug', 'created', 'modified'];
  return fields.flatMap((field) => [field, `-${field}`].map((order) => ({ list, order })));
});

test.each(orders)('$list by $order, unknown last, ties by id', async ({ list, order }) => {
  const field = order.replace('-', '');
  const column = columns[field] ?? field;
  const direction = order.startsWith('-') ? 'desc' : 'asc';
  expect(await listIds(list, `ordering=${order}`)).toEqual(
    idsOf(list, 'true', `${column} is null, ${column} ${direction}, id ${direction}`),
  );
});

test.each([
  ['packages', 'modified_since=yesterday', 'modified_since', 'must be an ISO 8601 date or time'],
  ['packages', 'modified_since=2026-02-30', 'modified_since', 'must be an ISO 8601 date or time'],
  ['grids', 'modified_since=0', 'modified_since', 'must be an ISO 8601 date or time'],
  ['packages', 'include=everything', 'include', 'must be one of facts'],
  // Also next to an ignored one.
  ['packages', 'active=maybe&include=everything', 'include', 'must be one of facts'],
] as const)(
  '%s/?%s is an error with the parameter and its rule',
  async (list, query, parameter, rule) => {
    const { status, document } = await ask(lists[list], `/api/v4/${list}/?${query}`);
    expect(status).toBe(400);
    const error = z.object({ detail: z.string(), parameter: z.string() }).loose().parse(document());
    expect(error.parameter).toBe(parameter);
    expect(error.detail).toContain(`Parameter "${parameter}" ${rule}`);
  },
);

test.each([
  ['packages', 'ordering=stars', 'ordering'],
  ['packages', 'ordering=--id', 'ordering'],
  ['packages', 'ordering=__proto__', 'ordering'],
  ['grids', 'ordering=repo_watchers', 'ordering'],
  ['categories', 'ordering=x', 'ordering'],
  ['packages', 'active=maybe', 'active'],
  ['packages', 'active=xyz', 'active'],
  ['packages', 'category=nope', 'category'],
  ['packages', 'category=all', 'category'],
  ['packages', 'category=%00', 'category'],
  ['packages', `python=${'3'.repeat(200)}`, 'python'],
  ['packages', 'grid=nope', 'grid'],
  ['packages', 'page=2', 'page'],
  ['packages', 'sort=-repo_watchers', 'sort'],
  ['grids', 'page=2&sort=title', 'page, sort'],
  ['categories', 'q=web', 'q'],
  ['grids', 'category=apps', 'category'],
  ['packages', 'ordering=x&active=xyz&category=nope&foo=1', 'active, ordering, category, foo'],
  ['packages', '__proto__=1&constructor=2', '__proto__, constructor'],
  ['packages', 'a%0d%0aX-Evil:%201=2', 'a%0D%0AX-Evil%3A%201'],
  ['packages', '%F0%9F%90%8D=1', '%F0%9F%90%8D'],
] as const)(
  '%s/?%s returns the whole list, and the header lists ignored parameters',
  async (list, query, names) => {
    const { status, header, document } = await ask(
      lists[list],
      `/api/v4/${list}/?limit=1000&${query}`,
    );
    expect(status).toBe(200);
    expect(header('x-ignored-parameters')).toBe(names);
    const { results } = z
      .object({ results: z.array(z.object({ id: z.number() })) })
      .parse(document());
    expect(results.map(({ id }) => id)).toEqual(idsOf(list, 'true'));
  },
);

test.each(['', 'format=json', 'limit=x&offset=-1', 'q=&category=', 'python=3.13&active=TRUE'])(
  '?%s has no ignored parameters',
  async (query) => {
    const { status, header } = await ask(packages, `/api/v4/packages/?${query}`);
    expect([status, header('x-ignored-parameters')]).toEqual([200, null]);
  },
);

test('the header lists at most 20 ignored parameters, truncated to 60 characters', async () => {
  const query = Array.from({ length: 500 }, (_, at) => `${'x'.repeat(100)}${at}=1`).join('&');
  const { header } = await ask(packages, `/api/v4/packages/?${query}`);
  expect(header('x-ignored-parameters')?.split(', ')).toEqual(Array(20).fill('x'.repeat(60)));
});

test('an empty parameter counts as absent', async () => {
  const query = 'q=&category=&active=&ordering=&modified_since=';
  expect(await listIds('packages', query)).toEqual(idsOf('packages', 'true'));
});
