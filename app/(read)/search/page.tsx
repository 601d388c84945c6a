import type { Metadata } from 'next';
import { PageFrame } from '@/components/layout/page-frame';
import { SearchForm } from '@/components/layout/search-form';
import { CompareForm } from '@/components/lists/compare-form';
import { NothingFound } from '@/components/search/nothing-found';
import { Results } from '@/components/search/results';
import { SearchHelp } from '@/components/search/search-help';
import { SearchSummary } from '@/components/search/search-summary';
import { Pager } from '@/components/tables/pager';
import { linkTo } from '@/lib/links';
import { searchPageQuery } from '@/lib/list-query';
import { pageOf } from '@/lib/paging';
import { readClock } from '../../clock';
import { PackageList } from '../packages/package-list';
import { loadResults } from './load';

type Props = PageProps<'/search'>;

const PAGE_SIZE = 20;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchPageQuery.parse(await searchParams).q;
  return { title: q === '' ? 'Search' : `Search for ${q}`, robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await searchParams;
  const { q: search, page: asked } = searchPageQuery.parse(query);
  return (
    <PageFrame isSearch>
      <h1 className="text-title">Search</h1>
      <div className="mt-4 flex max-w-prose">
        <SearchForm id="page-search" label="Packages and grids" q={search.q} size="large" />
      </div>
      <SearchHelp />
      {search.q === '' ? (
        <div className="mt-4">
          <PackageList path="/packages/" query={query} />
        </div>
      ) : (
        <Found q={search.q} isCut={search.isCut} asked={asked} />
      )}
    </PageFrame>
  );
}

interface FoundProps {
  q: string;
  isCut: boolean;
  asked: number;
}

function Found({ q, isCut, asked }: FoundProps) {
  const found = loadResults(q);
  const paging = pageOf(found.total, asked, PAGE_SIZE);
  const results = found.list(paging);
  return (
    <>
      <SearchSummary {...found} isCut={isCut} paging={paging} />
      {found.total === 0 ? (
        <NothingFound q={q} nearest={found.listNearest()} />
      ) : (
        <CompareForm>
          <Results
            results={results}
            groups={found.groups}
            start={paging.offset + 1}
            clock={readClock()}
          />
        </CompareForm>
      )}
      <Pager {...paging} hrefOf={(page) => linkTo('/search/', { q, page }, { page: 1 })} />
    </>
  );
}
