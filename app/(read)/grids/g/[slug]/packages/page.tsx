import type { Metadata } from 'next';
import { RelatedGrids } from '@/components/comparison/related-grids';
import { ViewLinks } from '@/components/comparison/view-links';
import { PageFrame } from '@/app/page-frame';
import { findGrid } from '@/db/queries/grids';
import { listRelatedGrids } from '@/db/queries/related-grids';
import { declaredQuery } from '@/lib/routes/query';
import { PackageList } from '../../../../packages/package-list';
import { MissingPage, missingMetadata } from '../../../../missing-page';
import { alternates, listAddress, pageMetadata } from '../../../../page-metadata';
import { readBase } from '../../../../../address';
import { PageTrail } from '../../../../page-trail';
import { findGridOfPage } from '../load';

type Props = PageProps<'/grids/g/[slug]/packages'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return missingMetadata;
  return pageMetadata({
    title: `${grid.title}: packages`,
    description: `The packages in this grid as a list. ${grid.description}`,
    alternates: alternates(
      listAddress(
        `/grids/g/${grid.slug}/packages/`,
        declaredQuery('/grids/g/[slug]/packages', await searchParams),
      ),
    ),
  });
}

export default async function GridPackagesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = declaredQuery('/grids/g/[slug]/packages', await searchParams);
  const grid = findGridOfPage({ slug, part: 'packages/', query });
  if (!grid) return <MissingPage name={slug} />;

  const path = `/grids/g/${slug}/`;
  return (
    <PageFrame>
      <PageTrail
        base={await readBase()}
        name="Packages"
        trail={[
          { href: '/grids/', label: 'Grids' },
          { href: path, label: grid.title },
        ]}
      />
      <h1 className="text-title">
        <bdi>{grid.title}</bdi>: packages
      </h1>
      <p className="mt-1 max-w-prose text-quiet" dir="auto">
        {grid.description}
      </p>
      <div className="mt-2 mb-4 text-table">
        <ViewLinks path={path} current="list" />
      </div>
      <PackageList
        path={`${path}packages/`}
        within={{ grid: { id: grid.id, slug: grid.slug } }}
        query={query}
      />
      <RelatedGrids grids={listRelatedGrids(grid.id)} />
    </PageFrame>
  );
}
