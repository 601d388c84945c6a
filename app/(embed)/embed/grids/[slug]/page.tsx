import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadGrid } from '@/app/(read)/grids/g/[slug]/load';
import { redirectToSlug } from '@/app/redirect-to-slug';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { findGrid } from '@/db/queries/grids';
import { embedPath } from '@/lib/comparison/embed';
import { comparisonLink } from '@/lib/comparison/query';
import { declaredQuery } from '@/lib/routes/query';
import { printable } from '@/lib/text/printable';
import { countShown } from '@/lib/text/wording';

type Props = PageProps<'/embed/grids/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return {};
  return {
    title: printable(`${grid.title} compared · Packgrid`),
    alternates: { canonical: `/grids/g/${grid.slug}/` },
  };
}

/** A grid for iframes on other sites: the table in the state of the URL, with a link to the full page. */
export default async function EmbeddedGridPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = declaredQuery('/embed/grids/[slug]', await searchParams);
  const loaded = loadGrid({ slug }, query);
  if (!loaded) {
    redirectToSlug({ kind: 'grid', name: slug, pathOf: embedPath, query });
    notFound();
  }

  const { grid, view, clock } = loaded;
  // Next renders this page, not app/render-markup.ts, which removes characters that hide or reorder others.
  const title = printable(grid.title);
  const count = countShown(view.packages.length, view.total, 'package');
  return (
    <main className="p-3">
      <h1 className="mb-2 text-lead" dir="auto">
        {title}
      </h1>
      {view.packages.length === 0 ? (
        <p className="py-3">No packages match these filters.</p>
      ) : (
        <ComparisonTable
          caption={`${title}: ${count} compared`}
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
