import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/app/page-frame';
import { SliceStatus } from '@/components/lists/slice-status';
import { Pager } from '@/components/tables/pager';
import { TrendingTable } from '@/components/tables/trending-table';
import { countTrendingPackages, listTrendingPackages } from '@/db/queries/trending';
import { recentSince } from '@/lib/package/commit-rates';
import { declaredQuery } from '@/lib/routes/query';
import { linkTo } from '@/lib/text/links';
import { pageQuery } from '@/lib/list/query';
import { pageOf } from '@/lib/list/paging';
import { DAY_ZONE } from '@/lib/time';
import { describeMonths } from '@/lib/text/wording';
import { readClock } from '../../../clock';
import { alternates, listAddress } from '../../page-metadata';

export async function generateMetadata({
  searchParams,
}: PageProps<'/packages/trending'>): Promise<Metadata> {
  return {
    title: 'Trending packages',
    description: 'The Django packages with significantly more commits than earlier in the year.',
    alternates: alternates(
      listAddress('/packages/trending/', declaredQuery('/packages/trending', await searchParams)),
    ),
  };
}

const PATH = '/packages/trending/';
const PAGE_SIZE = 50;

type Props = PageProps<'/packages/trending'>;

export default async function TrendingPackagesPage({ searchParams }: Props) {
  const { page: requestedPage } = pageQuery.parse(
    declaredQuery('/packages/trending', await searchParams),
  );
  const clock = readClock();
  const since = recentSince(clock.now);
  const { count, from, to } = countTrendingPackages(since);
  const paging = pageOf(count, requestedPage, PAGE_SIZE);

  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <h1 className="text-title">Trending packages</h1>
      <p className="mt-1 mb-4 max-w-prose text-quiet">
        Significantly more commits a week in the last 12 weeks than in the previous 40, biggest
        change first. Covers packages whose commits were checked in the last six months
        {from !== null && to !== null && ` (${describeMonths([from, to], DAY_ZONE)})`}.
      </p>
      {count === 0 ? (
        <p className="max-w-prose py-6">
          No packages are trending: none was checked in the last six months, or none has
          significantly more commits. You can also{' '}
          <a href="/packages/?sort=-last_updated" className="underline">
            sort packages by last commit
          </a>
          .
        </p>
      ) : (
        <>
          <SliceStatus
            total={count}
            paging={paging}
            requestedPage={requestedPage}
            thing="package"
          />
          <TrendingTable packages={listTrendingPackages(since, paging)} clock={clock} />
        </>
      )}
      <Pager
        page={paging.page}
        pages={paging.pages}
        hrefOf={(page) => linkTo(PATH, { page }, { page: 1 })}
      />
    </PageFrame>
  );
}
