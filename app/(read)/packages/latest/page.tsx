import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/app/page-frame';
import { SliceStatus } from '@/components/lists/slice-status';
import { LatestTable } from '@/components/tables/latest-table';
import { Pager } from '@/components/tables/pager';
import { countPackages, hasRecentAdditions, listPackages } from '@/db/queries/packages';
import { declaredQuery } from '@/lib/routes/query';
import { linkTo } from '@/lib/text/links';
import { listQuery } from '@/lib/list/query';
import { pageOf } from '@/lib/list/paging';
import { readClock } from '../../../clock';
import { alternates, latestFeeds, listAddress } from '../../page-metadata';

export async function generateMetadata({
  searchParams,
}: PageProps<'/packages/latest'>): Promise<Metadata> {
  return {
    title: 'Latest packages',
    description: 'The Django packages most recently added to the catalogue.',
    alternates: alternates(
      listAddress('/packages/latest/', declaredQuery('/packages/latest', await searchParams)),
      latestFeeds,
    ),
  };
}

const PAGE_SIZE = 50;
const query = listQuery(['-created'], '-created');

export default async function LatestPackagesPage({ searchParams }: PageProps<'/packages/latest'>) {
  const { sort, page: requestedPage } = query.parse(
    declaredQuery('/packages/latest', await searchParams),
  );
  const total = countPackages({});
  const paging = pageOf(total, requestedPage, PAGE_SIZE);

  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <h1 className="text-title">Latest packages</h1>
      <p className="mt-1 mb-4 max-w-prose text-quiet">
        Newest first, by date added.
        {!hasRecentAdditions() &&
          ' The newest were all added on the same day, so they are sorted by name.'}
      </p>
      <SliceStatus total={total} paging={paging} requestedPage={requestedPage} thing="package" />
      <LatestTable packages={listPackages({}, sort, paging)} clock={readClock()} />
      <Pager
        page={paging.page}
        pages={paging.pages}
        hrefOf={(page) => linkTo('/packages/latest/', { page }, { page: 1 })}
      />
    </PageFrame>
  );
}
