import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { PackageTable } from '@/components/tables/package-table';
import { Pager } from '@/components/tables/pager';
import { listCategories } from '@/db/queries/categories';
import { countPackages, listPackages } from '@/db/queries/packages';
import { linkTo } from '@/lib/links';
import { listQuery } from '@/lib/list-query';
import { describeSlice, pageOf } from '@/lib/paging';
import { DEFAULT_PACKAGE_SORT, packageSorts } from '@/lib/sort-orders';
import { readClock } from '../../clock';

const PAGE_SIZE = 20;

export const packageListQuery = listQuery(packageSorts, DEFAULT_PACKAGE_SORT);

interface PackageListProps {
  path: string;
  /** The slug of the category that the page itself is about. */
  within?: string;
  query: unknown;
}

/** The active packages of the site or of one category: searched, sorted and paged by links and a form. */
export function PackageList({ path, within, query }: PackageListProps) {
  const { q: search, sort, page: asked, category } = packageListQuery.parse(query);
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
      <FilterForm
        action={path}
        label="Title or description contains"
        {...search}
        sort={sort === DEFAULT_PACKAGE_SORT ? undefined : sort}
      >
        {within === undefined && <CategoryField chosen={category} />}
      </FilterForm>
      {total === 0 ? (
        <EmptyList things="packages" q={search.q} href={path} />
      ) : (
        <>
          <p className="text-caption text-quiet" role="status">
            {describeSlice(total, paging, 'packages')}
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

function CategoryField({ chosen }: { chosen: string }) {
  return (
    <div>
      <label htmlFor="filter-category" className="block text-caption text-quiet">
        Category
      </label>
      <select
        id="filter-category"
        name="category"
        defaultValue={chosen}
        className="rounded-md border border-edge bg-raised px-2 py-1.5"
      >
        <option value="">All</option>
        {listCategories().map(({ slug, title, packageCount }) => (
          <option key={slug} value={slug}>
            {title} ({packageCount})
          </option>
        ))}
      </select>
    </div>
  );
}
