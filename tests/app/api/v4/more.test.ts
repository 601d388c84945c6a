import { expect, test } from 'vitest';
import { z } from 'zod';
import * as compare from '@/app/api/v4/compare/route';
import * as table from '@/app/api/v4/grids/[lookup]/table/route';
import * as health from '@/app/api/v4/packages/[lookup]/health/route';
import * as versions from '@/app/api/v4/packages/[lookup]/versions/route';
import { catalogue } from '@/tests/browser/catalogue';
import { useShippedCatalogue } from '@/tests/tools/database';
import { comparisonSchema } from '@/lib/api/schemas/comparison';
import { errorSchema } from '@/lib/api/schemas/error';
import { healthSchema } from '@/lib/api/schemas/health';
import { ask } from './ask';

useShippedCatalogue();
process.env['SITE_URL'] = 'https://example.org';

const found = <Schema extends z.ZodType>(
  schema: Schema,
  answer: Awaited<ReturnType<typeof ask>>,
) => {
  expect(answer.status).toBe(200);
  return schema.parse(answer.document());
};

const page = z.object({
  count: z.number(),
  next: z.string().nullable(),
  results: z.array(z.object({ number: z.string(), released: z.string().nullable() })),
});

test('pages through the releases of a package in the order of the catalogue', async () => {
  const wanted = catalogue.packages.find(({ slug }) => slug === 'django-q')?.releases ?? [];
  const numbers: string[] = [];
  let path: string | null = '/api/v4/packages/django-q/versions/?limit=4';
  while (path !== null) {
    const read: z.infer<typeof page> = found(
      page,
      await ask(versions, path, { params: { lookup: 'django-q' } }),
    );
    numbers.push(...read.results.map(({ number }) => number));
    path = read.next?.replace('https://example.org', '') ?? null;
  }
  expect(numbers.length).toBeGreaterThanOrEqual(wanted.length);
  expect(numbers).toEqual(expect.arrayContaining(wanted.map(({ number }) => number)));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a release known to the day or month has no time', async () => {
  const dates: string[] = [];
  for (const { slug } of catalogue.packages.slice(0, 60)) {
    const answer = await ask(versions, `/api/v4/packages/${slug}/versions/?limit=500`, {
      params: { lookup: slug },
    });
    dates.push(...found(page, answer).results.flatMap(({ released }) => released ?? []));
  }
  expect(dates.some((date) => /^\d{4}-\d{2}$/.test(date))).toBe(true);
  expect(dates.some((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))).toBe(true);
});

test('health lists all criteria, and their points add up', async () => {
  const params = { lookup: 'celery' };
  const it = found(healthSchema, await ask(health, '/api/v4/packages/celery/health/', { params }));
  expect(it.criteria.reduce((sum, { most_points: most }) => sum + most, 0)).toBe(100);
  expect(it.points).toBe(it.criteria.reduce((sum, { points }) => sum + (points ?? 0), 0));
  const known = it.criteria.filter(({ points }) => points !== null);
  expect(it.known_points).toBe(known.reduce((sum, { most_points: most }) => sum + most, 0));
  expect(it.health).toBe(Math.round((100 * it.points) / it.known_points));
});

test('the table of each grid has its packages, features and exactly the filled cells', async () => {
  for (const grid of catalogue.grids) {
    const params = { lookup: grid.slug };
    const it = found(
      comparisonSchema,
      await ask(table, `/api/v4/grids/${grid.slug}/table/`, { params }),
    );
    expect(it.packages.map(({ slug }) => slug).sort()).toEqual([...grid.packages].sort());
    const titles = new Map(grid.features.map(({ id, title }) => [id, title]));
    expect(it.features.map(({ title }) => title)).toEqual([...titles.values()]);
    const slugs = new Map(it.packages.map(({ id, slug }) => [id, slug]));
    const cells = it.features.flatMap((feature) =>
      feature.cells.map((cell) => [feature.title, slugs.get(cell.package), cell.text]),
    );
    const wanted = grid.elements.filter(({ text }) => text.trim() !== '');
    expect(cells.sort()).toEqual(
      wanted.map((cell) => [titles.get(cell.feature), cell.package, cell.text]).sort(),
    );
    for (const { values } of it.metrics) {
      expect(values.map((value) => value.package)).toEqual(it.packages.map(({ id }) => id));
    }
  }
});

test('a cell has its source', async () => {
  const params = { lookup: 'websockets' };
  const it = found(
    comparisonSchema,
    await ask(table, '/api/v4/grids/websockets/table/', { params }),
  );
  const cells = it.features.flatMap((feature) => feature.cells);
  const read = cells.filter(({ evidence }) => evidence?.url != null);
  expect(read.length).toBeGreaterThan(10);
  expect(cells.some(({ mark }) => mark === 'yes')).toBe(true);
  expect(cells.some(({ mark }) => mark === 'no')).toBe(true);
});

const askCompare = (packages: string) =>
  ask(compare, `/api/v4/compare/?packages=${encodeURIComponent(packages)}`);

test('compares any packages by the features of the grids they share', async () => {
  const it = found(comparisonSchema, await askCompare('huey,celery'));
  expect(it.page).toBe('https://example.org/compare/celery,huey/');
  expect(it.packages.map(({ slug }) => slug).sort()).toEqual(['celery', 'huey']);
  expect(it.features.length).toBeGreaterThan(5);
  expect(it.metrics.find(({ key }) => key === 'repo_watchers')?.values).toHaveLength(2);
});

test.each([
  ['', 'must have 2 to 50 slugs'],
  ['celery', 'must have 2 to 50 slugs'],
  ['celery,celery', 'must have 2 to 50 slugs'],
  [',,,', 'must have 2 to 50 slugs'],
  ['celery,nope,neither', 'has unknown packages: nope, neither'],
  [Array.from({ length: 51 }, (_, index) => `p${index}`).join(), 'must have 2 to 50 slugs'],
])('refuses to compare %j', async (packages, rule) => {
  const { status, document } = await askCompare(packages);
  expect(status).toBe(400);
  const error = errorSchema.parse(document());
  expect(error.parameter).toBe('packages');
  expect(error.detail).toContain(`Parameter "packages" ${rule}`);
});

test.each([
  [versions, '/api/v4/packages/nope/versions/', 'No Package matches the given query.'],
  [health, '/api/v4/packages/nope/health/', 'No Package matches the given query.'],
  [table, '/api/v4/grids/nope/table/', 'No Grid matches the given query.'],
])('%# of an unknown record is not found', async (handlers, path, detail) => {
  const { status, document } = await ask(handlers, path, { params: { lookup: 'nope' } });
  expect([status, document()]).toEqual([404, { detail }]);
});
