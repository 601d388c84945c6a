import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { SelectField } from '@/components/lists/select-field';
import { PackageTable } from '@/components/tables/package-table';
import { Pager } from '@/components/tables/pager';
import { listCategories } from '@/db/queries/categories';
import { countPackages, listPackages } from '@/db/queries/packages';
import { linkTo } from '@/lib/links';
import { listQuery } from '@/lib/list-query';
import { describeSlice, pageOf } from '@/lib/paging';
import {
  DEFAULT_PACKAGE_SORT,
  packageSortFields,
  packageSorts,
  sortOptions,
} from '@/lib/sort-orders';
import { readClock } from '../../clock';

const PAGE_SIZE = 20;

const packageListQuery = listQuery(packageSorts, DEFAULT_PACKAGE_SORT);

interface PackageListProps {
  path: string;
  /** The slug of the category that the page itself is about. */
  within?: string;
  query: unknown;
}

/** The active packages of the site or of one category: searched, sorted and paged by links and a form. */
export function PackageList({ path, within, query }: PackageListProps) {
  const { q: search, sort, page: asked, category: wanted } = packageListQuery.parse(query);
  const categories = listCategories();
  // djangopackages.org says `all`; what names no category here is taken for the same.
  const category = categories.some(({ slug }) => slug === wanted) ? wanted : '';
  const filter = { q: search.q, category: within ?? category };
  const total = countPackages(filter);
  const paging = pageOf(total, asked, PAGE_SIZE);
  const packages = listPackages(filter, sort, paging);

  const hrefOf = (changed: { sort?: string; page?: number }) =>
    linkTo(
      path,
      { q: search.q, category: within === undefined ? category : undefined, sort, ...changed },
      { q: '', category: '', sort: DEFAULT_PACKAGE_SORT, page: 1 },
    );

  return (
    <>
      <FilterForm action={path} label="Words in name or description" {...search}>
        {within === undefined && (
          <SelectField
            name="category"
            label="Category"
            value={category}
            options={categoryOptions(categories)}
          />
        )}
        <SelectField
          name="sort"
          label="Order"
          value={sort}
          options={sortOptions(packageSortFields, sort)}
        />
      </FilterForm>
      {total === 0 ? (
        <EmptyList
          things="packages"
          where={filter.category === '' ? undefined : 'in this category'}
          q={search.q}
          href={path}
        />
      ) : (
        <>
          <p className="text-caption text-quiet" role="status">
            {describeSlice(total, paging, 'package')}
            {asked > paging.pages && `; there is no page ${asked}, so this is the last`}
          </p>
          <PackageTable
            caption="Packages"
            packages={packages}
            clock={readClock()}
            sort={sort}
            hrefOf={(other) => hrefOf({ sort: other })}
          />
          <Pager page={paging.page} pages={paging.pages} hrefOf={(page) => hrefOf({ page })} />
        </>
      )}
    </>
  );
}

function categoryOptions(categories: ReturnType<typeof listCategories>) {
  const each = categories.map(({ slug, title, packageCount }) => ({
    value: slug,
    label: `${title} (${packageCount})`,
  }));
  return [{ value: '', label: 'All' }, ...each];
}
