import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Controls } from '@/components/comparison/controls';
import { Takeaway } from '@/components/comparison/takeaway';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/components/layout/page-frame';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { RowMeanings } from '@/components/tables/row-meanings';
import { listComparedPackages } from '@/db/queries/comparison';
import { findGrid, findRenamedGrid } from '@/db/queries/grids';
import { comparisonLink, type ComparisonQuery } from '@/lib/comparison/query';
import { countOf, joinNames } from '@/lib/wording';
import { loadComparison } from './load';

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
    alternates: { canonical: `/grids/g/${grid.slug}/` },
  };
}

export default async function GridPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const loaded = loadComparison(slug, await searchParams);
  if (!loaded) {
    const present = findRenamedGrid(slug);
    if (present !== undefined) permanentRedirect(`/grids/g/${present}/`);
    notFound();
  }

  const { grid, source, view, clock } = loaded;
  const { query, packages, groups, total } = view;
  const path = `/grids/g/${slug}/`;
  const linkTo = (changed: Partial<ComparisonQuery>) =>
    comparisonLink(path, { ...query, ...changed });
  const count =
    packages.length === total
      ? countOf(total, 'package')
      : `${packages.length} of ${countOf(total, 'package')}`;
  const caption = `${grid.title}: ${count} compared`;
  return (
    <PageFrame width="wide">
      <Breadcrumbs trail={[{ href: '/grids/', label: 'Grids' }]} />
      <h1 className="text-title">{grid.title}</h1>
      <p className="mt-1 max-w-prose">{grid.description}</p>
      <p className="mt-1 mb-4 text-caption text-quiet" role="status">
        {count} · {countOf(view.features.length, 'feature')}
        {view.alike > 0 && ` · ${countOf(view.alike, 'row')} in which all agree left out`}
        {isFiltered(query) && (
          <>
            {' · '}
            <a href={path}>Clear all filters</a>
          </>
        )}
      </p>
      {total === 0 ? (
        <p>No package has been added to this grid yet.</p>
      ) : (
        <>
          <Controls path={path} view={view} groups={source.groups} />
          {packages.length === 0 ? (
            <p className="max-w-prose py-6">
              No package of this grid passes these filters. Take one of them away, or{' '}
              <a href={path} className="underline">
                see all {total}
              </a>
              .
            </p>
          ) : (
            <ComparisonTable
              caption={caption}
              packages={packages}
              groups={groups}
              clock={clock}
              layout={query.layout}
              density={query.density}
              hasEvidence={query.evidence}
              sort={query.sort}
              sortHref={(sort) => linkTo({ sort })}
            />
          )}
          <Takeaway
            links={['csv', 'json', 'md'].map((format) => ({
              format,
              href: comparisonLink(`${path}table.${format}`, query),
            }))}
          />
          <RowMeanings rows={source.groups.flatMap((group) => group.facts)} />
        </>
      )}
    </PageFrame>
  );
}

function isFiltered({
  q,
  maintained,
  status,
  django,
  python,
  licence,
  has,
  show,
  diff,
}: ComparisonQuery): boolean {
  const choices = [q.q, status, django, python, licence];
  return maintained || diff || has.length > 0 || show.length > 0 || choices.some((it) => it !== '');
}
