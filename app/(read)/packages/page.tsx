import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { declaredQuery } from '@/lib/routes/query';
import { PackageList } from './package-list';
import { alternates, latestFeeds, listAddress } from '../page-metadata';

export async function generateMetadata({
  searchParams,
}: PageProps<'/packages'>): Promise<Metadata> {
  return {
    title: 'Packages',
    description: 'All Django packages in the catalogue, by stars, releases or commits.',
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
        Everything in the catalogue that is neither archived nor deprecated. Or see{' '}
        <a href="/packages/latest/">the latest</a>,{' '}
        <a href="/packages/trending/">those on the rise</a> and{' '}
        <a href="/packages/liked/">the most used</a>.
      </p>
      <PackageList path="/packages/" query={declaredQuery('/packages', await searchParams)} />
    </PageFrame>
  );
}
