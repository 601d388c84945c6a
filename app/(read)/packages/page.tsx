import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { hasRecentAdditions } from '@/db/queries/packages';
import { declaredQuery } from '@/lib/routes/query';
import { PackageList } from './package-list';
import { alternates, latestFeeds, listAddress } from '../page-metadata';

export async function generateMetadata({
  searchParams,
}: PageProps<'/packages'>): Promise<Metadata> {
  return {
    title: 'Packages',
    description:
      'All Django packages in the catalogue, sorted by stars, health, releases or commits.',
    alternates: alternates(
      listAddress('/packages/', declaredQuery('/packages', await searchParams)),
      latestFeeds,
    ),
  };
}

export default async function PackagesPage({ searchParams }: PageProps<'/packages'>) {
  return (
    <PageFrame>
      <h1 className="text-title">Packages</h1>
      <p className="mt-1 mb-5 max-w-prose text-quiet [&_a]:underline">
        All packages that are neither archived nor deprecated. See also{' '}
        <a href="/packages/trending/">trending</a>
        {hasRecentAdditions() && (
          <>
            , <a href="/packages/latest/">recently added</a>
          </>
        )}{' '}
        and <a href="/packages/liked/">most used</a> packages. Something is missing?{' '}
        <a href="/packages/add/">Add a package</a>.
      </p>
      <PackageList path="/packages/" query={declaredQuery('/packages', await searchParams)} />
    </PageFrame>
  );
}
