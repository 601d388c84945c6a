import type { Metadata } from 'next';
import { readBase } from '@/app/address';
import { PageFrame } from '@/app/page-frame';
import { findCellPlace } from '@/db/queries/cells';
import { findGrid } from '@/db/queries/grids';
import { idParameter } from '@/lib/edits/id-parameter';
import { declaredQuery } from '@/lib/routes/query';
import { History } from '../../../../../../history/history';
import { MissingPage, missingMetadata } from '../../../../../../missing-page';
import { pageMetadata } from '../../../../../../page-metadata';
import { PageTrail } from '../../../../../../page-trail';

type Props = PageProps<'/grids/element/[grid]/[package]/[feature]/history'>;

async function findAsked(params: Props['params']) {
  const given = await params;
  const grid = findGrid(given.grid);
  if (!grid) return undefined;
  const part = {
    featureId: idParameter.parse(given.feature),
    packageId: idParameter.parse(given.package),
  };
  const place = findCellPlace({ gridId: grid.id, ...part });
  return place && { grid, part, place };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findAsked(params);
  if (!found) return missingMetadata;
  const { feature, package: pkg } = found.place;
  const title = `History of ${feature.title}: ${pkg.title}`;
  return pageMetadata({ title, robots: { index: false } });
}

export default async function CellHistoryPage({ params, searchParams }: Props) {
  const query = declaredQuery(
    '/grids/element/[grid]/[package]/[feature]/history',
    await searchParams,
  );
  const found = await findAsked(params);
  if (!found) return <MissingPage name={(await params).grid} />;
  const { grid, part, place } = found;
  const trail = [
    { href: '/grids/', label: 'Grids' },
    { href: `/grids/g/${grid.slug}/`, label: grid.title },
    { href: `/grids/g/${grid.slug}/history/`, label: 'History' },
  ];
  const name = `${place.feature.title}: ${place.package.title}`;
  return (
    <PageFrame>
      <PageTrail base={await readBase()} trail={trail} name={name} />
      <h1 className="mb-4 text-title">
        History of <bdi>{place.feature.title}</bdi>: <bdi>{place.package.title}</bdi>
      </h1>
      <History
        scope={{ of: 'part', id: grid.id, part }}
        path={`/grids/element/${grid.slug}/${part.packageId}/${part.featureId}/history/`}
        query={query}
      />
    </PageFrame>
  );
}
