import { listCategories } from '@/db/queries/categories';
import { countPackages, listPackages } from '@/db/queries/packages';
import { listQuery, NO_GRID } from '@/lib/list-query';
import { pageOf } from '@/lib/paging';
import { DEFAULT_PACKAGE_SORT, packageSorts } from '@/lib/sort-orders';

const PAGE_SIZE = 20;

const packageListQuery = listQuery(packageSorts, DEFAULT_PACKAGE_SORT);

/** What a page with a list is about, if not the whole site: the slug of a category or the id of a grid. */
export interface Within {
  category?: string;
  grid?: number;
}

/** A page of the packages of a list, in the state that a query asks for. */
export function loadPackages(within: Within, query: unknown) {
  const { q: search, sort, page: asked, ...wanted } = packageListQuery.parse(query);
  const categories = listCategories();
  // djangopackages.org says `all`; what names no category here is taken for the same.
  const category = categories.some(({ slug }) => slug === wanted.category) ? wanted.category : '';
  const filter = { q: search.q, category, grid: wanted.grid, ...within };
  const total = countPackages(filter);
  const paging = pageOf(total, asked, PAGE_SIZE);
  const packages = listPackages(filter, sort, paging);
  const others = within.grid === undefined ? countOthers(filter) : 0;
  return { search, sort, asked, filter, total, paging, packages, others };
}

type Filter = Parameters<typeof countPackages>[0];

/** How many packages the list would hold with those in grids if it shows those in none, and the other way round. */
function countOthers(filter: Filter): number {
  return countPackages({ ...filter, grid: filter.grid === NO_GRID ? undefined : NO_GRID });
}

/** The categories to choose from, each with its size unless the list has but a part of it. */
export function listCategoryChoices({ grid }: Filter) {
  const each = listCategories().map(({ slug, title, packageCount }) => ({
    value: slug,
    label: grid === undefined ? `${title} (${packageCount})` : title,
  }));
  return [{ value: '', label: 'All' }, ...each];
}
