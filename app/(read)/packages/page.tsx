import type { Metadata } from 'next';
import { PageFrame } from '@/components/layout/page-frame';
import { PackageList } from './package-list';

export const metadata: Metadata = {
  title: 'Packages',
  description: 'All Django packages in the catalogue, by stars, releases or commits.',
};

export default async function PackagesPage({ searchParams }: PageProps<'/packages'>) {
  return (
    <PageFrame>
      <h1 className="text-title">Packages</h1>
      <p className="mt-1 mb-5 max-w-prose text-quiet">
        Everything in the catalogue that is neither archived nor deprecated. The newest are in{' '}
        <a href="/packages/latest/" className="underline">
          latest packages
        </a>
        .
      </p>
      <PackageList path="/packages/" query={await searchParams} />
    </PageFrame>
  );
}
