import type { Metadata } from 'next';
import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { SelectField } from '@/components/lists/select-field';
import { SliceStatus } from '@/components/lists/slice-status';
import { PageFrame } from '@/app/page-frame';
import { ReadAs } from '@/components/search/read-as';
import { GridTable } from '@/components/tables/grid-table';
import { Pager } from '@/components/tables/pager';
import { declaredQuery } from '@/lib/routes/query';
import { linkTo } from '@/lib/text/links';
import {
  DEFAULT_GRID_SORT,
  gridSortFields,
  listSortOptions,
  RELEVANCE,
} from '@/lib/list/sort-orders';
import { readClock } from '../../clock';
import { alternates, listAddress } from '../page-metadata';
import { loadGrids } from './load';

export async function generateMetadata({ searchParams }: PageProps<'/grids'>): Promise<Metadata> {
  return {
    title: 'Grids',
    description: 'Comparisons of Django packages that do the same job, feature by feature.',
    alternates: alternates(listAddress('/grids/', declaredQuery('/grids', await searchParams))),
  };
}

const PATH = '/grids/';

export default async function GridsPage({ searchParams }: PageProps<'/grids'>) {
  const loaded = loadGrids(declaredQuery('/grids', await searchParams));
  const { search, sort, requestedPage, total, paging } = loaded;
  const defaultSort = search.q === '' ? DEFAULT_GRID_SORT : RELEVANCE;
  const hrefOf = (changed: { sort?: string; page?: number }) =>
    linkTo(PATH, { q: search.q, sort, ...changed }, { q: '', sort: defaultSort, page: 1 });

  return (
    <PageFrame>
      <h1 className="text-title">Grids</h1>
      <p className="mt-1 mb-5 max-w-prose text-quiet [&_a]:underline">
        Packages that do the same job, compared side by side. <a href="/grids/add/">Add a grid</a>{' '}
        or see <a href="/history/">recent changes</a>.
      </p>
      <FilterForm action={PATH} label="Search these grids" {...search}>
        <SelectField
          name="sort"
          label="Sort by"
          value={sort === defaultSort ? '' : sort}
          options={listSortOptions(gridSortFields, {
            present: sort,
            defaultSort,
            plain: DEFAULT_GRID_SORT,
          })}
        />
      </FilterForm>
      {total === 0 ? (
        <EmptyList things="grids" q={search.q} href={PATH} />
      ) : (
        <>
          <div className="flex flex-wrap items-baseline gap-x-4 text-caption text-quiet">
            <SliceStatus total={total} paging={paging} requestedPage={requestedPage} thing="grid" />
            <ReadAs corrected={loaded.corrected} isRelaxed={loaded.isRelaxed} />
          </div>
          <GridTable
            caption="Grids"
            grids={loaded.grids}
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
