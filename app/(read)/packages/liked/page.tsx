import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/app/page-frame';
import { EmptyList } from '@/components/lists/empty-list';
import { SliceStatus } from '@/components/lists/slice-status';
import { LikedTable } from '@/components/tables/liked-table';
import { Pager } from '@/components/tables/pager';
import { countLikedPackages, listLikedPackages } from '@/db/queries/liked';
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
}: PageProps<'/packages/liked'>): Promise<Metadata> {
  return {
    title: 'Most used packages',
    description: 'The Django packages used by the most people.',
    alternates: alternates(
      listAddress('/packages/liked/', declaredQuery('/packages/liked', await searchParams)),
    ),
  };
}

const PATH = '/packages/liked/';
const PAGE_SIZE = 50;

export default async function LikedPackagesPage({ searchParams }: PageProps<'/packages/liked'>) {
  const { page: requestedPage } = pageQuery.parse(
    declaredQuery('/packages/liked', await searchParams),
  );
  const total = countLikedPackages();
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  const packages = listLikedPackages(paging);
  const counted = packages.flatMap(({ usageCountedAt }) => usageCountedAt ?? []);

  return (
    <PageFrame>
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <h1 className="text-title">Most used packages</h1>
      <p className="mt-1 mb-4 max-w-prose text-quiet">
        By number of people who said “I use this” here or on djangopackages.org
        {counted.length > 0 && ` (${describeMonths(counted, DAY_ZONE)})`}. Includes archived and
        deprecated packages, marked.
      </p>
      {total === 0 ? (
        <EmptyList things="used packages" q="" href={PATH} />
      ) : (
        <>
          <SliceStatus
            total={total}
            paging={paging}
            requestedPage={requestedPage}
            thing="package"
          />
          <LikedTable packages={packages} clock={readClock()} />
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
