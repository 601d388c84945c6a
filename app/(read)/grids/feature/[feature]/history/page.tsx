import type { Metadata } from 'next';
import { readBase } from '@/app/address';
import { PageFrame } from '@/app/page-frame';
import { findFeature } from '@/db/queries/features';
import { idParameter } from '@/lib/edits/id-parameter';
import { declaredQuery } from '@/lib/routes/query';
import { History } from '../../../../history/history';
import { MissingPage, missingMetadata } from '../../../../missing-page';
import { pageMetadata } from '../../../../page-metadata';
import { PageTrail } from '../../../../page-trail';

type Props = PageProps<'/grids/feature/[feature]/history'>;

async function findAsked(params: Props['params']) {
  const id = idParameter.parse((await params).feature);
  const found = findFeature(id);
  return found && { id, ...found };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findAsked(params);
  if (!found) return missingMetadata;
  return pageMetadata({ title: `History of ${found.feature.title}`, robots: { index: false } });
}

export default async function FeatureHistoryPage({ params, searchParams }: Props) {
  const query = declaredQuery('/grids/feature/[feature]/history', await searchParams);
  const found = await findAsked(params);
  if (!found) return <MissingPage name="" />;
  const { id, feature, grid } = found;
  const trail = [
    { href: '/grids/', label: 'Grids' },
    { href: `/grids/g/${grid.slug}/`, label: grid.title },
    { href: `/grids/g/${grid.slug}/history/`, label: 'History' },
  ];
  return (
    <PageFrame>
      <PageTrail base={await readBase()} trail={trail} name={feature.title} />
      <h1 className="mb-4 text-title">
        History of <bdi>{feature.title}</bdi>
      </h1>
      <History
        scope={{ of: 'part', id: grid.id, part: { featureId: id } }}
        path={`/grids/feature/${id}/history/`}
        query={query}
      />
    </PageFrame>
  );
}
