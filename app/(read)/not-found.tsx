import type { Metadata } from 'next';
import { PageFrame } from '@/components/layout/page-frame';
import { SearchForm } from '@/components/layout/search-form';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <PageFrame>
      <h1 className="text-title">There is no page at this address</h1>
      <p className="mt-3 max-w-prose">
        The package or grid may have another name here. Search for it, or look through{' '}
        <a href="/grids/" className="underline">
          all grids
        </a>
        ,{' '}
        <a href="/categories/" className="underline">
          the categories
        </a>{' '}
        or{' '}
        <a href="/packages/" className="underline">
          all packages
        </a>
        .
      </p>
      <div className="mt-6 flex max-w-prose">
        <SearchForm id="not-found-search" size="large" />
      </div>
    </PageFrame>
  );
}
