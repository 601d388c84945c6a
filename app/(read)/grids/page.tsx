import type { Metadata } from 'next';
import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { SelectField } from '@/components/lists/select-field';
import { PageFrame } from '@/components/layout/page-frame';
import { GridTable } from '@/components/tables/grid-table';
import { Pager } from '@/components/tables/pager';
import { countGrids, listGrids } from '@/db/queries/grids';
import { linkTo } from '@/lib/links';
import { listQuery } from '@/lib/list-query';
import { describeSlice, pageOf } from '@/lib/paging';
import { DEFAULT_GRID_SORT, gridSortFields, gridSorts, sortOptions } from '@/lib/sort-orders';
import { readClock } from '../../clock';
import { alternates, listAddress } from '../page-metadata';

export async function generateMetadata({ searchParams }: PageProps<'/grids'>): Promise<Metadata> {
  return {
    title: 'Grids',
    description: 'Comparisons of Django packages that do the same job, feature by feature.',
    alternates: alternates(listAddress('/grids/', await searchParams)),
  };
}

const PATH = '/grids/';
const PAGE_SIZE = 20;
const gridListQuery = listQuery(gridSorts, DEFAULT_GRID_SORT);

export default async function GridsPage({ searchParams }: PageProps<'/grids'>) {
  const { q: search, sort, page: asked } = gridListQuery.parse(await searchParams);
  const total = countGrids(search.q);
  const paging = pageOf(total, asked, PAGE_SIZE);

  const hrefOf = (changed: { sort?: string; page?: number }) =>
    linkTo(PATH, { q: search.q, sort, ...changed }, { q: '', sort: DEFAULT_GRID_SORT, page: 1 });

  return (
    <PageFrame>
      <h1 className="text-title">Grids</h1>
      <p className="mt-1 mb-5 max-w-prose text-quiet">
        A grid compares packages that do the same job: one column a package, one row a fact.
      </p>
      <FilterForm action={PATH} label="Words in name or description" {...search}>
        <SelectField
          name="sort"
          label="Order"
          value={sort}
          options={sortOptions(gridSortFields, sort)}
        />
      </FilterForm>
      {total === 0 ? (
        <EmptyList things="grids" q={search.q} href={PATH} />
      ) : (
        <>
          <p className="text-caption text-quiet" role="status">
            {describeSlice(total, paging, 'grid')}
            {asked > paging.pages && `; there is no page ${asked}, so this is the last`}
          </p>
          <GridTable
            caption="Grids"
            grids={listGrids(search.q, sort, paging)}
            clock={readClock()}
            sort={sort}
            hrefOf={(other) => hrefOf({ sort: other })}
          />
          <Pager page={paging.page} pages={paging.pages} hrefOf={(page) => hrefOf({ page })} />
        </>
      )}
    </PageFrame>
  );
}
