import { expect, test } from 'vitest';
import { z } from 'zod';
import * as catalogue from '@/app/api/v4/catalogue/route';
import * as grid from '@/app/api/v4/grids/[lookup]/route';
import * as grids from '@/app/api/v4/grids/route';
import * as onePackage from '@/app/api/v4/packages/[lookup]/route';
import * as packages from '@/app/api/v4/packages/route';
import {
  catalogueMetadataSchema,
  gridMetadataSchema,
  packageMetadataSchema,
} from '@/lib/api/schemas/metadata';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';
import { ask } from './ask';

useShippedCatalogue();
enrichCatalogue();

const packagePage = z.object({
  results: z.array(z.looseObject({ id: z.int(), facts: packageMetadataSchema.strict() })),
});
const gridPage = z.object({
  results: z.array(z.looseObject({ id: z.int(), facts: gridMetadataSchema.strict() })),
});
const anyPage = z.object({
  next: z.string().nullable(),
  results: z.array(z.record(z.string(), z.unknown())),
});

test('facts come after the other keys, which are unchanged', async () => {
  const plain = anyPage.parse((await ask(packages, '/api/v4/packages/?limit=1000')).document());
  const path = '/api/v4/packages/?limit=1000&include=facts';
  const rich = z
    .object({ results: z.array(z.record(z.string(), z.unknown())) })
    .parse((await ask(packages, path)).document());
  expect(rich.results).toHaveLength(186);
  for (const [index, { facts, ...old }] of rich.results.entries()) {
    expect(JSON.stringify(old)).toBe(JSON.stringify(plain.results[index]));
    packageMetadataSchema.strict().parse(facts);
  }
  expect(Object.keys(rich.results[0] ?? {}).at(-1)).toBe('facts');
});

test('the link to the next page keeps include=facts', async () => {
  const page = anyPage.parse(
    (await ask(packages, '/api/v4/packages/?include=facts&limit=5')).document(),
  );
  expect(page.next).toContain('include=facts');
});

test('grids have features, cells and packages in the order they were added', async () => {
  const path = '/api/v4/grids/?limit=1000&include=facts';
  const page = gridPage.parse((await ask(grids, path)).document());
  expect(page.results).toHaveLength(31);
  const sum = (list: 'features' | 'cells') =>
    page.results.reduce((total, { facts }) => total + facts[list].length, 0);
  expect(sum('features')).toBe(340);
  expect(sum('cells')).toBeGreaterThan(1400);
});

test('single documents have facts only if requested', async () => {
  const params = { lookup: 'celery' };
  const rich = await ask(onePackage, '/api/v4/packages/celery/?include=facts', { params });
  expect(z.object({ facts: packageMetadataSchema }).parse(rich.document()).facts.licence).toBe(
    'BSD-3-Clause',
  );
  const plain = await ask(onePackage, '/api/v4/packages/celery/', { params });
  expect(plain.document()).not.toHaveProperty('facts');
  const lookup = { params: { lookup: 'workers-queues-tasks' } };
  const path = '/api/v4/grids/workers-queues-tasks/?include=facts';
  const table = z
    .object({ facts: gridMetadataSchema })
    .parse((await ask(grid, path, lookup)).document());
  expect(table.facts.cells.length).toBeGreaterThan(50);
});

test('unknown values are null in facts, and 0 in the other keys', async () => {
  const path = '/api/v4/packages/?limit=1000&include=facts';
  const { results } = packagePage.parse((await ask(packages, path)).document());
  const unknown = results.filter(({ facts }) => facts.repo_watchers === null);
  expect(unknown.length).toBeGreaterThan(0);
  expect(new Set(unknown.map((it) => it['repo_watchers']))).toEqual(new Set([0]));
});

test('the catalogue document has sources and synonyms', async () => {
  const document = catalogueMetadataSchema
    .strict()
    .parse((await ask(catalogue, '/api/v4/catalogue/')).document());
  expect(document.generated).toBe('2026-11-21');
  expect(document.sources.map(({ key }) => key)).toContain('seed');
  expect(document.synonyms.length).toBeGreaterThan(100);
});

test('an invalid include is an error that lists the allowed values', async () => {
  const { status, text } = await ask(packages, '/api/v4/packages/?include=everything');
  expect(status).toBe(400);
  expect(text).toContain('facts');
});
