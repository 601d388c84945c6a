import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/components/layout/page-frame';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { RowMeanings } from '@/components/tables/row-meanings';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid, findRenamedGrid } from '@/db/queries/grids';
import { cellLookup } from '@/lib/comparison/lookup';
import { metricGroups } from '@/lib/comparison/metrics';
import { countOf, joinNames } from '@/lib/wording';
import { readClock } from '../../../../clock';

type Props = PageProps<'/grids/g/[slug]'>;

const NAMED = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return {};
  const names = listComparedPackages(grid.id).map(({ title }) => title);
  const others = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const leaders = others === '' ? joinNames(names) : names.slice(0, NAMED).join(', ') + others;
  return {
    title: `${grid.title}: comparison`,
    description: names.length > 0 ? `${grid.description} Compares ${leaders}.` : grid.description,
  };
}

export default async function GridPage({ params }: Props) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) {
    const present = findRenamedGrid(slug);
    if (present !== undefined) permanentRedirect(`/grids/g/${present}/`);
    notFound();
  }

  const packages = listComparedPackages(grid.id);
  const features = listFeatures(grid.id);
  const metrics = metricGroups.flatMap((group) => group.metrics);
  const rows = [...metrics, ...features.map((it) => ({ ...it, label: it.title }))];
  const size = `${countOf(packages.length, 'package')} · ${countOf(features.length, 'feature')}`;
  return (
    <PageFrame width="wide">
      <Breadcrumbs trail={[{ href: '/grids/', label: 'Grids' }]} />
      <h1 className="text-title">{grid.title}</h1>
      <p className="mt-1 max-w-prose">{grid.description}</p>
      <p className="mt-1 mb-4 text-caption text-quiet">{size}</p>
      {packages.length === 0 ? (
        <p>No package has been added to this grid yet.</p>
      ) : (
        <>
          <ComparisonTable
            caption={`${grid.title}: ${countOf(packages.length, 'package')} compared`}
            packages={packages}
            groups={metricGroups}
            features={features}
            cellText={cellLookup(listCells(grid.id))}
            clock={readClock()}
          />
          <Legend />
          <RowMeanings rows={rows} />
        </>
      )}
    </PageFrame>
  );
}

function Legend() {
  return (
    <p className="mt-3 max-w-prose text-caption text-quiet">
      A dash is a fact that nobody has entered yet. A dot marks the best figure of a row. Figures
      older than a year say of when they are.
    </p>
  );
}
