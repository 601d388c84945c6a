/** Sort fields of the package list, named as in the `sort` parameter of djangopackages.org; `health` is our own. */
export const packageSortFields = [
  { key: 'title', label: 'Name', start: '' },
  { key: 'category', label: 'Category', start: '' },
  { key: 'health', label: 'Health', start: '-' },
  { key: 'repo_watchers', label: 'Stars', start: '-' },
  { key: 'repo_forks', label: 'Forks', start: '-' },
  { key: 'usage_count', label: 'Used by', start: '-' },
  { key: 'pypi_downloads', label: 'Downloads', start: '-' },
  { key: 'last_released', label: 'Newest release', start: '-' },
  { key: 'last_updated', label: 'Last commit', start: '-' },
  { key: 'last_fetched', label: 'Last fetched', start: '-' },
  { key: 'created', label: 'Added', start: '-' },
] as const;

export const gridSortFields = [
  { key: 'title', label: 'Name', start: '' },
  { key: 'gridpackage_count', label: 'Packages', start: '-' },
  { key: 'active_gridpackage_count', label: 'Active', start: '-' },
  { key: 'feature_count', label: 'Features', start: '-' },
  { key: 'modified', label: 'Edited', start: '-' },
] as const;

/** Sort fields of the packages of a release, with the same names. */
export const readinessSortFields = [
  { key: 'title', label: 'Name', start: '' },
  { key: 'repo_watchers', label: 'Stars', start: '-' },
  { key: 'last_released', label: 'Newest release', start: '-' },
  { key: 'health', label: 'Health', start: '-' },
] as const;

export type PackageSortField = (typeof packageSortFields)[number]['key'];
export type GridSortField = (typeof gridSortFields)[number]['key'];
export type ReadinessSortField = (typeof readinessSortFields)[number]['key'];
/** A field, with a leading minus for descending order. */
export type SortOf<Field extends string> = Field | `-${Field}`;
export type PackageSort = SortOf<PackageSortField>;
/** Sort by relevance, for searches with words. */
export const RELEVANCE = 'relevance';
export type GridSort = SortOf<GridSortField>;
export type ReadinessSort = SortOf<ReadinessSortField>;

/** Each field in ascending and in descending order. */
export const bothWays = <Field extends string>(
  fields: readonly { key: Field }[],
): SortOf<Field>[] => fields.flatMap(({ key }): SortOf<Field>[] => [key, `-${key}`]);

export const packageSorts = bothWays(packageSortFields);
export const gridSorts = bothWays(gridSortFields);
export const readinessSorts = bothWays(readinessSortFields);

export const DEFAULT_PACKAGE_SORT: PackageSort = '-repo_watchers';
export const DEFAULT_GRID_SORT: GridSort = 'title';
export const DEFAULT_READINESS_SORT: ReadinessSort = '-repo_watchers';

/** The field of a sort, in either direction. */
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

/** The sort options of a form: each field in its usual direction, and the current sort if it is in the other direction. */
export function sortOptions(fields: readonly SortField[], present: string) {
  const options = fields.map(({ key, label, start }) => ({ value: start + key, label }));
  if (options.some(({ value }) => value === present)) return options;
  const field = fields.find(({ key }) => present === key || present === `-${key}`);
  return field ? [...options, { value: present, label: `${field.label} (reversed)` }] : options;
}

/**
 * The sort options of a searchable list: includes relevance if that is the default. The default sort has an empty value, so that a search
 * started from there sorts by relevance.
 */
export function listSortOptions(
  fields: readonly SortField[],
  { present, defaultSort, plain }: { present: string; defaultSort: string; plain: string },
) {
  const sorts = sortOptions(fields, present === RELEVANCE ? plain : present);
  const all =
    defaultSort === RELEVANCE ? [{ value: RELEVANCE, label: 'Relevance' }, ...sorts] : sorts;
  return all.map((option) => (option.value === defaultSort ? { ...option, value: '' } : option));
}
