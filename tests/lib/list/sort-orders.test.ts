import { expect, test } from 'vitest';
import { listQuery } from '@/lib/list/query';
import {
  DEFAULT_GRID_SORT,
  DEFAULT_PACKAGE_SORT,
  fieldOf,
  gridSortFields,
  gridSorts,
  packageSortFields,
  packageSorts,
  sortOptions,
} from '@/lib/list/sort-orders';

const lists = [
  {
    things: 'packages',
    fields: packageSortFields,
    sorts: packageSorts,
    usual: DEFAULT_PACKAGE_SORT,
  },
  { things: 'grids', fields: gridSortFields, sorts: gridSorts, usual: DEFAULT_GRID_SORT },
];

test.each(lists)('$things can be sorted by each field in both directions', ({ fields, sorts }) => {
  expect([...sorts].sort()).toEqual(fields.flatMap(({ key }) => [key, `-${key}`]).sort());
});

test.each(lists)('no two orders of $things share a key or a label', ({ fields }) => {
  const keys = fields.map(({ key }) => key);
  const labels = fields.map(({ label }) => label);
  expect(keys).toEqual([...new Set(keys)]);
  expect(labels).toEqual([...new Set(labels)]);
});

test.each(lists)('the default order of $things is among those offered', ({ fields, usual }) => {
  expect(sortOptions(fields, usual).map(({ value }) => value)).toContain(usual);
});

test('a sort order refers to its field in either direction', () => {
  for (const { key } of packageSortFields) {
    expect(fieldOf(packageSortFields, key)).toBe(key);
    expect(fieldOf(packageSortFields, `-${key}`)).toBe(key);
  }
});

test('an unknown field is not found', () => {
  const fields: { key: 'title' | 'created' }[] = [{ key: 'title' }];
  expect(fieldOf(fields, 'created')).toBeUndefined();
  expect(fieldOf(fields, '-created')).toBeUndefined();
});

test('a form offers each field once, in its usual direction', () => {
  expect(sortOptions(gridSortFields, 'title')).toEqual([
    { value: 'title', label: 'Name' },
    { value: '-gridpackage_count', label: 'Packages' },
    { value: '-active_gridpackage_count', label: 'Active' },
    { value: '-feature_count', label: 'Features' },
    { value: '-modified', label: 'Edited' },
  ]);
});

test.each(lists)('a form for $things always offers the current sort order', ({ fields, sorts }) => {
  for (const present of sorts) {
    const values = sortOptions(fields, present).map(({ value }) => value);
    expect(values.filter((value) => value === present)).toEqual([present]);
  }
});

test('a reversed sort order is labelled by its field', () => {
  expect(sortOptions(gridSortFields, '-title').at(-1)).toEqual({
    value: '-title',
    label: 'Name (reversed)',
  });
  expect(sortOptions(gridSortFields, 'modified').at(-1)).toEqual({
    value: 'modified',
    label: 'Edited (reversed)',
  });
});

test('an invalid sort order is not offered', () => {
  expect(sortOptions(gridSortFields, '--title')).toEqual(sortOptions(gridSortFields, 'title'));
});

const bothOf = (keys: string[]) => keys.flatMap((key) => [key, `-${key}`]);

test.each(
  bothOf([
    'repo_watchers',
    'repo_forks',
    'pypi_downloads',
    'last_fetched',
    'title',
    'category',
    'usage_count',
  ]),
)('packages can be sorted by %s, as on djangopackages.org', (sort) => {
  expect(listQuery(packageSorts, DEFAULT_PACKAGE_SORT).parse({ sort }).sort).toBe(sort);
});

test.each(bothOf(['modified', 'title', 'gridpackage_count', 'active_gridpackage_count']))(
  'grids can be sorted by %s, as on djangopackages.org',
  (sort) => {
    expect(listQuery(gridSorts, DEFAULT_GRID_SORT).parse({ sort }).sort).toBe(sort);
  },
);
