import { describe, expect, test } from 'vitest';
import { choose, dropUnknown, facetChoice } from '@/lib/facets/choice';
import { meets } from '@/lib/facets/conditions';
import { facets, mapFacets, type FacetKey } from '@/lib/facets/facets';
import type { FacetTable } from '@/lib/facets/table';
import { tally } from '@/lib/facets/tally';
import type { Raw } from '@/lib/facets/values';
import { viewFacets } from '@/lib/facets/view';
import { MICROS_PER_DAY } from '@/lib/time';

const now = 1_795_262_400_000_000;
const ago = (days: number) => now - days * MICROS_PER_DAY;

/** Packages 1 to 4; what is not said is unknown. */
const packages: Partial<Record<FacetKey, Raw>>[] = [
  {
    category: 'apps',
    grid: 'forms,admin',
    django: '4.2,5.2',
    python: '3.12',
    licence: 'MIT',
    status: 5,
    maintained: ago(365),
    documentation: 1,
    host: 'github.com',
    released: ago(91),
    committed: ago(365),
  },
  {
    category: 'apps',
    grid: '',
    django: '',
    python: '2.7',
    licence: 'WTFPL',
    status: 4,
    maintained: ago(366),
    documentation: 0,
    host: 'gitlab.com',
    released: ago(92),
    committed: ago(731),
  },
  { category: 'other', grid: 'forms', documentation: 0 },
  {
    category: 'other',
    grid: 'admin',
    django: '5.2',
    python: '3.9,3.12',
    licence: 'MIT',
    status: 5,
    maintained: ago(1),
    documentation: 1,
    host: 'github.com',
    released: ago(731),
  },
];

const table: FacetTable = {
  numbers: packages.map((_, index) => index + 1),
  columns: mapFacets(({ key }) => packages.map((values) => values[key] ?? null)),
};

const facetOf = (key: FacetKey) => {
  const found = facets.find((it) => it.key === key);
  if (!found) throw new Error(`There is a facet ${key}.`);
  return found;
};

test('a commit or a release in the future makes a package neither maintained nor newly released', () => {
  const [maintained, released] = [facetOf('maintained'), facetOf('released')];
  for (const time of [now + 1, ago(-400)]) {
    expect(maintained.valuesOf(time, now)).toEqual([]);
    expect(released.valuesOf(time, now)).toEqual(['unknown']);
    // All values of a bucket must have the same result.
    expect(maintained.valuesOf(maintained.bucketOf?.(time, now) ?? null, now)).toEqual([]);
    expect(released.valuesOf(released.bucketOf?.(time, now) ?? null, now)).toEqual(['unknown']);
  }
  expect(maintained.valuesOf(now, now)).toEqual(['1']);
  expect(released.valuesOf(now, now)).toEqual(['quarter', 'year', 'two-years']);
});

const counted = (choice: Parameters<typeof tally>[1]['choice']) => tally(table, { choice, now });
const countsOf = (key: FacetKey, choice = {}) =>
  Object.fromEntries(counted(choice).counts.get(key) ?? []);

describe('the values of packages', () => {
  test.each<[FacetKey, Record<string, number>]>([
    ['category', { apps: 2, other: 2 }],
    ['grid', { forms: 2, admin: 2, none: 1 }],
    ['django', { '4.2': 1, '5.2': 2, none: 1, unknown: 1 }],
    ['python', { '3': 2, '3.12': 2, '3.9': 1, '2.7': 1, unknown: 1 }],
    ['licence', { osi: 2, MIT: 2, WTFPL: 1, unknown: 1 }],
    ['status', { '5': 2, '4': 1, unknown: 1 }],
    ['maintained', { '1': 2 }],
    ['documentation', { '1': 2 }],
    ['host', { 'github.com': 2, 'gitlab.com': 1, unknown: 1 }],
    ['released', { quarter: 1, year: 2, 'two-years': 2, older: 1, unknown: 1 }],
    ['committed', { year: 1, 'two-years': 1, older: 1, unknown: 2 }],
  ])('of %s are counted, including unknown', (key, counts) => {
    expect(countsOf(key)).toEqual(counts);
  });
});

test('a filter applies to all facets but its own', () => {
  const choice = { licence: 'MIT', category: 'apps' };
  expect(counted(choice).numbers).toEqual([1]);
  expect(countsOf('licence', choice)).toEqual({ osi: 1, MIT: 1, WTFPL: 1 });
  expect(countsOf('category', choice)).toEqual({ apps: 1, other: 1 });
  expect(countsOf('grid', choice)).toEqual({ forms: 1, admin: 1 });
});

test('a search operator applies to all facets, including its own', () => {
  const conditions = [{ operator: 'licence' as const, value: 'mit' }];
  const { numbers, counts } = tally(table, { choice: {}, conditions, now });
  expect(numbers).toEqual([1, 4]);
  expect(Object.fromEntries(counts.get('licence') ?? [])).toEqual({ osi: 2, MIT: 2 });
});

test.each([
  ['category', 'app', ['apps'], true],
  ['category', 'pps', ['apps'], false],
  ['grid', 'orm', ['forms'], true],
  ['grid', 'non', ['none'], false],
  ['django', '5', ['4.2', '5.2'], true],
  ['django', '5.', ['5.2'], false],
  ['python', '3.1', ['3.12'], false],
  ['licence', 'unknown', ['unknown'], false],
  ['status', 'stable', ['5'], true],
  ['status', 'production/stable', ['5'], true],
  ['status', '4', ['5'], false],
] as const)('%s:%s of %j is %s', (operator, value, values, isMet) => {
  expect(meets({ operator, value }, [...values], [...values])).toBe(isMet);
});

test('a query sets filters by facet name, and ignores invalid values', () => {
  expect(
    facetChoice.parse({ django: '5.2', licence: '', host: 'x'.repeat(101), nope: '1' }),
  ).toEqual({
    django: '5.2',
  });
  expect(facetChoice.parse({ django: ['4.2', '5.2'], python: '3\0' })).toEqual({ django: '5.2' });
  expect(facetChoice.parse({ django: 7, python: null, licence: {} })).toEqual({});
});

test('filters always have the same parameter order', () => {
  const first = choose({ released: 'year' }, 'category', 'apps');
  expect(Object.keys(first)).toEqual(['category', 'released']);
  expect(choose(first, 'released', undefined)).toEqual({ category: 'apps' });
});

test('unknown categories and grids are ignored', () => {
  const titles = new Map([
    ['category apps', 'App'],
    ['grid forms', 'Forms'],
  ]);
  expect(dropUnknown({ category: 'all', grid: 'nope', django: '5.2' }, titles)).toEqual({
    django: '5.2',
  });
  const known = { category: 'apps', grid: 'forms' };
  expect(dropUnknown(known, titles)).toEqual(known);
  expect(dropUnknown({ grid: 'none' }, titles)).toEqual({ grid: 'none' });
});

test('a page shows titles, newest version first, unknown last, and active filters separately', () => {
  const titles = new Map([['category apps', 'App']]);
  const choice = { category: 'apps', licence: 'Zlib' };
  const shown = viewFacets(tally(table, { choice: {}, now }), { choice, titles, fixed: {} });
  const labelsOf = (key: FacetKey) =>
    shown.find((it) => it.key === key)?.values.map(({ label }) => label);
  expect(shown.map(({ key }) => key)).toEqual(facets.map(({ key }) => key));
  expect(labelsOf('category')).toEqual(['other']);
  expect(labelsOf('django')).toEqual(['5.2', '4.2', 'none declared', 'unknown']);
  expect(labelsOf('python')).toEqual(['3.12', '3.9', 'any 3', '2.7', 'unknown']);
  expect(labelsOf('host')).toEqual(['GitHub', 'GitLab', 'no repository']);
  expect(labelsOf('released')).toEqual([
    'within 3 months',
    'within a year',
    'within 2 years',
    'over 2 years ago',
    'unknown',
  ]);
  expect(shown.map(({ chosen }) => chosen?.label).filter(Boolean)).toEqual(['App', 'Zlib']);

  const fixed = viewFacets(tally(table, { choice, now }), {
    choice,
    titles,
    fixed: { category: 'apps' },
  });
  expect(fixed.map(({ key }) => key)).not.toContain('category');
});
