import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadPackages } from '@/app/(read)/packages/load';
import * as packages from '@/app/api/v4/packages/route';
import { facetParameters } from '@/lib/api/parameters';
import { catalogue } from '@/tests/browser/catalogue';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();

const page = z.object({ count: z.number(), results: z.array(z.object({ slug: z.string() })) });

async function list(query: string) {
  const { status, document } = await ask(packages, `/api/v4/packages/?limit=1000&${query}`);
  expect(status).toBe(200);
  return page.parse(document());
}

const pageCount = (query: string) =>
  loadPackages({}, Object.fromEntries(new URLSearchParams(query))).total;

type Package = (typeof catalogue.packages)[number];

test.each<[string, (it: Package) => boolean]>([
  ['python=3.13', (pkg) => pkg.python_versions?.includes('3.13') === true],
  ['django=5.2', (pkg) => pkg.django_versions?.includes('5.2') === true],
  ['django=unknown', (it) => it.django_versions === null],
  ['category=frameworks', (it) => it.category === 'frameworks'],
  ['grid=forms', (it) => it.grids.includes('forms')],
  ['grid=none', (it) => it.grids.length === 0],
  ['status=5', (it) => it.development_status === 5],
  ['documentation=1', (it) => Boolean(it.documentation_url)],
  ['host=github.com', (pkg) => pkg.repo_url?.includes('//github.com/') === true],
  ['python=9.9', () => false],
  [
    'python=3.13&category=apps',
    (pkg) => pkg.category === 'apps' && pkg.python_versions?.includes('3.13') === true,
  ],
])(
  '?%s returns the matching packages of the catalogue file, active or not',
  async (query, passes) => {
    const { count, results } = await list(query);
    const expected = catalogue.packages.filter(passes).map(({ slug }) => slug);
    expect(results.map(({ slug }) => slug).sort()).toEqual(expected.sort());
    expect(count).toBe(expected.length);
  },
);

test('87 packages declare Python 3.13, on the page and in the API', async () => {
  expect([pageCount('python=3.13'), (await list('python=3.13')).count]).toEqual([87, 87]);
});

test.each(Object.keys(facetParameters))(
  'each value of %s returns as many active packages as the page',
  async (key) => {
    const view = loadPackages({}, {}).facets.find((it) => it.key === key);
    expect(view?.values.length).toBeGreaterThan(0);
    for (const { value, count } of view?.values ?? []) {
      const query = new URLSearchParams({ [key]: value }).toString();
      const found = await list(`${query}&active=true`);
      expect([value, found.count, pageCount(query)]).toEqual([value, count, count]);
    }
  },
);

test.each([
  'python=3&licence=osi',
  'q=admin&python=3',
  'q=queue&maintained=1&category=apps',
  'released=year&documentation=1&status=5',
])('?%s returns as many active packages as the page', async (query) => {
  const { count } = await list(`${query}&active=true`);
  expect(count).toBeGreaterThan(0);
  expect(count).toBe(pageCount(query));
});

test('a list filtered by age has no Last-Modified, since it changes with time', async () => {
  const modified = async (query: string) =>
    (await ask(packages, `/api/v4/packages/?${query}`)).header('last-modified');
  expect(await modified('maintained=1')).toBeNull();
  expect(await modified('released=year')).toBeNull();
});
