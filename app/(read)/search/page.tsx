import type { Metadata } from 'next';
import { PageFrame } from '@/components/layout/page-frame';
import { SearchForm } from '@/components/layout/search-form';
import { Section } from '@/components/layout/section';
import { EmptyList } from '@/components/lists/empty-list';
import { GridTable } from '@/components/tables/grid-table';
import { PackageTable } from '@/components/tables/package-table';
import { countGrids, listGrids } from '@/db/queries/grids';
import { countPackages, listPackages } from '@/db/queries/packages';
import { linkTo } from '@/lib/links';
import { MAX_SEARCH_LENGTH, searchQuery } from '@/lib/list-query';
import { DEFAULT_GRID_SORT, DEFAULT_PACKAGE_SORT } from '@/lib/sort-orders';
import { countOf } from '@/lib/wording';
import { readClock } from '../../clock';

export const metadata: Metadata = { title: 'Search', robots: { index: false } };

const MOST = 20;
const first = { limit: MOST, offset: 0 };

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { q, isCut } = searchQuery.parse(await searchParams).q;
  const clock = readClock();
  const packageCount = countPackages({ q, category: '' });
  const gridCount = countGrids(q);
  const total = packageCount + gridCount;

  return (
    <PageFrame isSearch>
      <h1 className="text-title">Search</h1>
      <div className="mt-4 flex max-w-prose">
        <SearchForm id="page-search" label="Packages and grids" q={q} size="large" />
      </div>
      <p className="mt-2 text-caption text-quiet" role="status">
        {isCut &&
          `A search has at most ${MAX_SEARCH_LENGTH} characters; the rest of yours was left out. `}
        {countOf(packageCount, 'package')} and {countOf(gridCount, 'grid')}
        {q !== '' && ' have these words in their name or description'}.
      </p>
      {total === 0 && <EmptyList things="packages" q={q} href="/packages/" />}
      {gridCount > 0 && (
        <Section
          id="grids"
          title="Grids"
          aside={gridCount > MOST && <a href={linkTo('/grids/', { q }, { q: '' })}>All of them</a>}
        >
          <GridTable
            caption="Grids found"
            grids={listGrids(q, DEFAULT_GRID_SORT, first)}
            clock={clock}
            sort={DEFAULT_GRID_SORT}
            hrefOf={(sort) => linkTo('/grids/', { q, sort }, { q: '' })}
          />
        </Section>
      )}
      {packageCount > 0 && (
        <Section
          id="packages"
          title="Packages"
          aside={
            packageCount > MOST && <a href={linkTo('/packages/', { q }, { q: '' })}>All of them</a>
          }
        >
          <PackageTable
            caption="Packages found"
            packages={listPackages({ q, category: '' }, DEFAULT_PACKAGE_SORT, first)}
            clock={clock}
            sort={DEFAULT_PACKAGE_SORT}
            hrefOf={(sort) => linkTo('/packages/', { q, sort }, { q: '' })}
          />
        </Section>
      )}
    </PageFrame>
  );
}
