import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { Comparison } from '@/components/comparison/comparison';
import { ComparisonSummary } from '@/components/comparison/comparison-summary';
import { RelatedGrids } from '@/components/comparison/related-grids';
import { ShareMenu } from '@/components/comparison/share-menu';
import { ViewLinks } from '@/components/comparison/view-links';
import { PageFrame } from '@/app/page-frame';
import { listComparedTitles } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { listRelatedGrids } from '@/db/queries/related-grids';
import { feedPaths } from '@/lib/feeds/links';
import { gridImage } from '@/lib/open-graph/links';
import { declaredQuery } from '@/lib/routes/query';
import { packageList } from '@/lib/structured/things';
import { embedSnippet } from '@/lib/comparison/embed';
import { withQuery } from '@/lib/text/links';
import { countShown, joinNames } from '@/lib/text/wording';
import { readBase } from '../../../../address';
import { MissingPage, missingMetadata } from '../../../missing-page';
import { alternates, pageMetadata, shared } from '../../../page-metadata';
import { PageTrail } from '../../../page-trail';
import { StructuredData } from '../../../structured-data';
import { findGridOfPage, loadGrid } from './load';

type Props = PageProps<'/grids/g/[slug]'>;

const MAX_NAMED = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return missingMetadata;
  const names = listComparedTitles(grid.id);
  const others = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  const leaders = others === '' ? joinNames(names) : names.slice(0, MAX_NAMED).join(', ') + others;
  return pageMetadata({
    title: `${grid.title}: comparison`,
    description: names.length > 0 ? `${grid.description} Compares ${leaders}.` : grid.description,
    alternates: alternates(`/grids/g/${grid.slug}/`, [feedOf(grid)]),
    openGraph: shared(gridImage(grid.slug), `${grid.title} compared`),
  });
}

const feedOf = ({ slug, title }: { slug: string; title: string }) => ({
  path: feedPaths.grid(slug),
  title: `Releases and new packages: ${title}`,
});

export default async function GridPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = declaredQuery('/grids/g/[slug]', await searchParams);
  if (query['at'] !== undefined) {
    const { at, to } = query;
    permanentRedirect(withQuery(`/grids/g/${slug}/history/`, { at, to }));
  }
  const loaded = findGridOfPage({ slug, query }) && loadGrid({ slug }, query);
  if (!loaded) return <MissingPage name={slug} />;

  const { grid, source, view, clock } = loaded;
  const base = await readBase();
  const path = `/grids/g/${slug}/`;
  const count = countShown(view.packages.length, view.total, 'package');
  return (
    <PageFrame width="wide" table="comparison">
      <PageTrail base={base} trail={[{ href: '/grids/', label: 'Grids' }]} name={grid.title} />
      <StructuredData of={[packageList(base, grid.title, view.packages, view.packages.length)]} />
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-title" dir="auto">
            {grid.title}
          </h1>
          <p className="max-w-prose" dir="auto">
            {grid.description}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-table">
          <ComparisonSummary path={path} view={view} />
          <a href={`/grids/${slug}/edit/`}>Edit</a>
          <a href={`${path}history/`}>History</a>
          <ShareMenu
            path={path}
            query={view.query}
            embed={embedSnippet(base, grid, view.query)}
            feed={feedPaths.grid(slug)}
          />
        </div>
      </div>
      {view.total === 0 ? (
        <p>No package has been added to this grid yet.</p>
      ) : (
        <Comparison
          path={path}
          caption={`${grid.title}: ${count} compared`}
          source={source}
          view={view}
          clock={clock}
          views={<ViewLinks path={path} current="table" />}
        />
      )}
      <RelatedGrids grids={listRelatedGrids(grid.id)} />
    </PageFrame>
  );
}
