import type { Metadata } from 'next';
import { ChosenFacets } from '@/components/facets/chosen-facets';
import { FacetColumn } from '@/components/facets/facet-column';
import { PageFrame } from '@/app/page-frame';
import { SearchForm } from '@/components/layout/search-form';
import { FoundPackages } from '@/components/search/found-packages';
import { GridStrip, OtherGrids } from '@/components/search/grid-strip';
import { NothingFound } from '@/components/search/nothing-found';
import { OrderLinks } from '@/components/search/order-links';
import { SearchHelp } from '@/components/search/search-help';
import { SearchSummary } from '@/components/search/search-summary';
import { Pager } from '@/components/tables/pager';
import type { FacetChoice } from '@/lib/facets/facets';
import { declaredQuery } from '@/lib/routes/query';
import { hasRecentAdditions } from '@/db/queries/packages';
import { linkTo } from '@/lib/text/links';
import { searchQuery } from '@/lib/list/query';
import { RELEVANCE } from '@/lib/list/sort-orders';
import { readClock } from '../../clock';
import { PackageList } from '../packages/package-list';
import { loadResults } from './load';
import { pageMetadata } from '../page-metadata';

type Props = PageProps<'/search'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchQuery.parse(declaredQuery('/search', await searchParams)).q;
  // Results are left out of search engines, which have their own; anybody can link to any search.
  return q === ''
    ? pageMetadata({ title: 'Search', description: 'Search Django packages and grids.' })
    : pageMetadata({ title: `Search for ${q}`, robots: { index: false } });
}

export default async function SearchPage({ searchParams }: Props) {
  const query = declaredQuery('/search', await searchParams);
  const { q } = searchQuery.parse(query).q;
  return (
    <PageFrame isSearch>
      <h1 className="text-title">Search</h1>
      <div className="mt-4 flex max-w-prose">
        <SearchForm id="page-search" label="Packages and grids" q={q} size="large" />
      </div>
      <SearchHelp />
      <div className="mt-4">
        {q === '' ? <PackageList path="/packages/" query={query} /> : <Found query={query} />}
      </div>
    </PageFrame>
  );
}

interface Changed {
  sort?: string;
  page?: number;
  choice?: FacetChoice;
}

function Found({ query }: { query: unknown }) {
  const found = loadResults(query);
  const { search, sort, paging, facets } = found;
  const hrefOf = ({ choice = found.choice, ...changed }: Changed) =>
    linkTo('/search/', { q: search.q, ...choice, sort, ...changed }, { sort: RELEVANCE, page: 1 });
  const choiceHref = (choice: FacetChoice) => hrefOf({ choice });
  return (
    <div
      className={
        facets.length === 0
          ? 'mt-2'
          : 'mt-2 lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:gap-x-10'
      }
    >
      <FacetColumn
        facets={facets}
        choice={found.choice}
        hrefOf={choiceHref}
        isPart={found.isPart}
      />
      <div>
        <ChosenFacets facets={facets} choice={found.choice} hrefOf={choiceHref} />
        <SearchSummary {...found} isCut={search.isCut} />
        {found.total + found.counts.grid === 0 && (
          <NothingFound q={search.q} nearest={found.nearest} />
        )}
        <GridStrip grids={found.grids.leading} groups={found.groups} />
        {found.total > 0 && (
          <>
            <OrderLinks
              sort={sort}
              omitted={hasRecentAdditions() ? [] : ['created']}
              hrefOf={(other) => hrefOf({ sort: other })}
            />
            <FoundPackages packages={found.packages} groups={found.groups} clock={readClock()} />
          </>
        )}
        <Pager {...paging} hrefOf={(page) => hrefOf({ page })} />
        <OtherGrids
          grids={found.grids.others}
          href={linkTo('/grids/', { q: search.q }, {})}
          total={found.counts.grid}
        />
      </div>
    </div>
  );
}
