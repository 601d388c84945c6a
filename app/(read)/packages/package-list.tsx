import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { NoGridLink } from '@/components/lists/no-grid-link';
import { SelectField } from '@/components/lists/select-field';
import { PackageTable } from '@/components/tables/package-table';
import { Pager } from '@/components/tables/pager';
import { linkTo } from '@/lib/links';
import { NO_GRID } from '@/lib/list-query';
import { describeSlice } from '@/lib/paging';
import { DEFAULT_PACKAGE_SORT, packageSortFields, sortOptions } from '@/lib/sort-orders';
import { readClock } from '../../clock';
import { listCategoryChoices, loadPackages, type Within } from './load';

const defaults = { q: '', category: '', sort: DEFAULT_PACKAGE_SORT, page: 1 };

interface PackageListProps {
  path: string;
  within?: Within;
  query: unknown;
}

/** The active packages of the site, of a category or of a grid: searched, sorted and paged by links and a form. */
export function PackageList({ path, within = {}, query }: PackageListProps) {
  const loaded = loadPackages(within, query);
  const { search, sort, asked, filter, total, paging } = loaded;
  const isInNoGrid = filter.grid === NO_GRID;
  const state = {
    q: search.q,
    category: within.category === undefined ? filter.category : undefined,
    grid: isInNoGrid ? NO_GRID : undefined,
    sort,
  };
  const hrefOf = (changed: { sort?: string; page?: number; grid?: string | undefined }) =>
    linkTo(path, { ...state, ...changed }, defaults);

  return (
    <>
      <FilterForm action={path} label="Words in name or description" {...search}>
        {within.category === undefined && (
          <SelectField
            name="category"
            label="Category"
            value={filter.category}
            options={listCategoryChoices(filter)}
          />
        )}
        <SelectField
          name="sort"
          label="Order"
          value={sort}
          options={sortOptions(packageSortFields, sort)}
        />
        {isInNoGrid && <input type="hidden" name="grid" value={NO_GRID} />}
      </FilterForm>
      <div className="flex flex-wrap items-baseline gap-x-4 text-caption text-quiet">
        {total > 0 && (
          <p role="status">
            {describeSlice(total, paging, 'package')}
            {isInNoGrid && ' in no comparison yet'}
            {asked > paging.pages && `; there is no page ${asked}, so this is the last`}
          </p>
        )}
        <NoGridLink
          isOn={isInNoGrid}
          count={loaded.others}
          href={hrefOf({ grid: isInNoGrid ? undefined : NO_GRID })}
        />
      </div>
      {total === 0 ? (
        <EmptyList things="active packages" where={placeOf(filter)} q={search.q} href={path} />
      ) : (
        <>
          <PackageTable
            caption="Packages"
            packages={loaded.packages}
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

/** Where the packages of a list were looked for, in the words of a sentence that says that there are none. */
function placeOf({ category, grid }: ReturnType<typeof loadPackages>['filter']): string {
  const places = [
    category !== '' && 'in this category',
    grid === NO_GRID && 'outside of comparisons',
    typeof grid === 'number' && 'in this comparison',
  ];
  return places.filter((it) => it !== false).join(' ');
}
