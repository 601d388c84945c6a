import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { loadGrid } from '@/app/(read)/grids/g/[slug]/load';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { findGrid, findRenamedGrid } from '@/db/queries/grids';
import { embedPath } from '@/lib/comparison/embed';
import { comparisonLink } from '@/lib/comparison/query';
import { countShown } from '@/lib/wording';

type Props = PageProps<'/embed/grids/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return {};
  return {
    title: `${grid.title} compared · Packgrid`,
    alternates: { canonical: `/grids/g/${grid.slug}/` },
  };
}

/** A grid for frames of other sites: the table in the state that the address says, and the way to the whole page. */
export default async function EmbeddedGridPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const loaded = loadGrid({ slug }, await searchParams);
  if (!loaded) {
    const present = findRenamedGrid(slug);
    if (present !== undefined) permanentRedirect(embedPath(present));
    notFound();
  }

  const { grid, view, clock } = loaded;
  const count = countShown(view.packages.length, view.total, 'package');
  return (
    <main className="p-3">
      <h1 className="mb-2 text-lead">{grid.title}</h1>
      {view.packages.length === 0 ? (
        <p className="py-3">No package of this comparison is left to show.</p>
      ) : (
        <ComparisonTable
          caption={`${grid.title}: ${count} compared`}
          packages={view.packages}
          groups={view.groups}
          clock={clock}
          layout={view.layout}
          density={view.query.density}
          hasEvidence={view.query.evidence}
        />
      )}
      <p className="mt-2 text-caption text-quiet">
        {count}, from{' '}
        <a
          href={comparisonLink(`/grids/g/${grid.slug}/`, view.query)}
          target="_top"
          className="underline"
        >
          Packgrid
        </a>
      </p>
    </main>
  );
}
