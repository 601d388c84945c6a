import { Names } from '@/components/text/names';
import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { Comparison } from '@/components/comparison/comparison';
import { ComparisonSummary } from '@/components/comparison/comparison-summary';
import { ShareMenu } from '@/components/comparison/share-menu';
import { SelectionList } from '@/components/comparison/selection-list';
import { UnknownPackages } from '@/components/comparison/unknown-packages';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageFrame } from '@/app/page-frame';
import { listSelectedPackages } from '@/db/queries/selections';
import { comparisonLink } from '@/lib/comparison/query';
import { compareLink, FEWEST_COMPARED } from '@/lib/comparison/selection';
import { declaredQuery } from '@/lib/routes/query';
import { countOf, joinNames } from '@/lib/text/wording';
import { alternates, pageMetadata, shared } from '../../page-metadata';
import { Chooser } from '../chooser';
import { loadSelection, readSelection } from './load';

type Props = PageProps<'/compare/[packages]'>;

const MAX_NAMED = 4;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slugs } = readSelection((await params).packages);
  const names = listSelectedPackages(slugs).map(({ title }) => title);
  const isShort = names.length <= MAX_NAMED;
  const list = isShort
    ? joinNames(names)
    : `${names.slice(0, MAX_NAMED - 1).join(', ')} and others`;
  const isCompared = names.length >= FEWEST_COMPARED;
  return pageMetadata({
    title: isCompared ? `${list} compared` : 'Choose packages to compare',
    description: isCompared
      ? `${joinNames(names)} side by side: maintenance, popularity, compatibility and features.`
      : 'Choose Django packages to compare side by side.',
    alternates: alternates(compareLink(slugs)),
    openGraph: isCompared
      ? shared(`${compareLink(slugs)}opengraph.png`, `${list} compared`)
      : shared(),
  });
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { packages: path } = await params;
  const { slugs, unknown } = readSelection(path);
  const loaded = loadSelection(
    { packages: path },
    declaredQuery('/compare/[packages]', await searchParams),
  );
  if (!loaded) return <Chooser chosen={slugs} unknown={unknown} find={{ q: '', isCut: false }} />;

  const { source, view, clock, grids } = loaded;
  const address = compareLink(slugs);
  const isOther = decodeURIComponent(path) !== slugs.toSorted().join(',');
  // An unknown name may become a package later, so there is no permanent redirect.
  if (isOther && unknown.length === 0) permanentRedirect(comparisonLink(address, view.query));

  return (
    <PageFrame width="wide" table="comparison">
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <div className="mb-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h1 className="text-title">
          {source.packages.length > MAX_NAMED ? (
            countOf(source.packages.length, 'package')
          ) : (
            <Names names={source.packages.map(({ title }) => title)} />
          )}{' '}
          side by side
        </h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ComparisonSummary path={address} view={view} />
          <ShareMenu path={address} query={view.query} />
        </div>
      </div>
      <UnknownPackages names={unknown} />
      <div className="mb-3">
        <SelectionList packages={source.packages} />
      </div>
      {grids.length === 0 && (
        <p className="mb-3 max-w-prose text-caption text-quiet">
          These packages share no grid, so there are no features to compare.
        </p>
      )}
      <Comparison
        path={address}
        caption={`${countOf(view.packages.length, 'package')} compared`}
        source={source}
        view={view}
        clock={clock}
      />
    </PageFrame>
  );
}
