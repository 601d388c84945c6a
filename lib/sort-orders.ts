/** The orders of the package list, under the names that djangopackages.org gives them in `sort`; `health` is ours. */
export const packageSortFields = [
  { key: 'title', label: 'Package', start: '' },
  { key: 'category', label: 'Category', start: '' },
  { key: 'health', label: 'Health', start: '-' },
  { key: 'repo_watchers', label: 'Stars', start: '-' },
  { key: 'repo_forks', label: 'Forks', start: '-' },
  { key: 'usage_count', label: 'Used by', start: '-' },
  { key: 'pypi_downloads', label: 'Downloads', start: '-' },
  { key: 'last_released', label: 'Last release', start: '-' },
  { key: 'last_updated', label: 'Last commit', start: '-' },
  { key: 'last_fetched', label: 'Last fetched', start: '-' },
  { key: 'created', label: 'Added', start: '-' },
] as const;

export const gridSortFields = [
  { key: 'title', label: 'Grid', start: '' },
  { key: 'gridpackage_count', label: 'Packages', start: '-' },
  { key: 'active_gridpackage_count', label: 'Active', start: '-' },
  { key: 'feature_count', label: 'Features', start: '-' },
  { key: 'modified', label: 'Edited', start: '-' },
] as const;

/** The orders of the packages of a release, under the same names. */
export const readinessSortFields = [
  { key: 'title', label: 'Package', start: '' },
  { key: 'repo_watchers', label: 'Stars', start: '-' },
  { key: 'last_released', label: 'Last release', start: '-' },
  { key: 'health', label: 'Health', start: '-' },
] as const;

export type PackageSortField = (typeof packageSortFields)[number]['key'];
export type GridSortField = (typeof gridSortFields)[number]['key'];
export type ReadinessSortField = (typeof readinessSortFields)[number]['key'];
/** A field, with a minus before it for falling order. */
export type SortOf<Field extends string> = Field | `-${Field}`;
export type PackageSort = SortOf<PackageSortField>;
/** The order of what words were searched for. */
export const RELEVANCE = 'relevance';
export type GridSort = SortOf<GridSortField>;
export type ReadinessSort = SortOf<ReadinessSortField>;

/** Each field, and each with a minus before it. */
export const bothWays = <Field extends string>(
  fields: readonly { key: Field }[],
): SortOf<Field>[] => fields.flatMap(({ key }): SortOf<Field>[] => [key, `-${key}`]);

export const packageSorts = bothWays(packageSortFields);
export const gridSorts = bothWays(gridSortFields);
export const readinessSorts = bothWays(readinessSortFields);

export const DEFAULT_PACKAGE_SORT: PackageSort = '-repo_watchers';
export const DEFAULT_GRID_SORT: GridSort = 'title';
export const DEFAULT_READINESS_SORT: ReadinessSort = '-repo_watchers';

/** The field that a sort names, whichever its direction. */
export function fieldOf<Field extends string>(
  fields: readonly { key: Field }[],
  sort: SortOf<Field>,
): Field | undefined {
  return fields.find(({ key }) => sort === key || sort === `-${key}`)?.key;
}

interface SortField {
  key: string;
  label: string;
  start: string;
}

/** The orders that a form offers: each field its usual way round, and the present one where it is the other way. */
export function sortOptions(fields: readonly SortField[], present: string) {
  const options = fields.map(({ key, label, start }) => ({ value: start + key, label }));
  if (options.some(({ value }) => value === present)) return options;
  const field = fields.find(({ key }) => present === key || present === `-${key}`);
  return field ? [...options, { value: present, label: `${field.label}, reversed` }] : options;
}
