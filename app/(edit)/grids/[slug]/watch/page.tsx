import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { redirectToSlug } from '@/app/redirect-to-slug';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { findGrid } from '@/db/queries/grids';
import { signedIn } from '../../../signed-in';
import { WatchToggle } from '../../../watching/watch-toggle';

export const metadata: Metadata = { title: 'Watch a grid' };

export default async function WatchGridPage({ params }: PageProps<'/grids/[slug]/watch'>) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) {
    redirectToSlug({ kind: 'grid', name: slug, pathOf: (present) => `/grids/${present}/watch/` });
    notFound();
  }
  const account = await signedIn(`/grids/${slug}/watch/`);
  const trail = [
    { href: '/grids/', label: 'Grids' },
    { href: `/grids/g/${slug}/`, label: grid.title },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <h1 className="mb-3 text-title">
        Watch <bdi>{grid.title}</bdi>
      </h1>
      <p className="mb-4 max-w-prose">
        Changes to its cells, features and packages are listed under{' '}
        <a href="/watching/" className="underline">
          Watching
        </a>{' '}
        and in your feed.
      </p>
      <WatchToggle account={account.id} record={{ kind: 'grid', id: grid.id }} />
    </>
  );
}
