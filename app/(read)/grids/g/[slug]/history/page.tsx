import type { Metadata } from 'next';
import { readBase } from '@/app/address';
import { readClock } from '@/app/clock';
import { PageFrame } from '@/app/page-frame';
import { FeedLinks } from '@/components/layout/feed-links';
import { DaysForm } from '@/components/history/days-form';
import { findGrid } from '@/db/queries/grids';
import { feedPaths } from '@/lib/feeds/links';
import { asksForDays, dayOf } from '@/lib/revisions/day';
import { declaredQuery } from '@/lib/routes/query';
import { History } from '../../../../history/history';
import { MissingPage, missingMetadata } from '../../../../missing-page';
import { alternates, pageMetadata } from '../../../../page-metadata';
import { PageTrail } from '../../../../page-trail';
import { findGridOfPage } from '../load';
import { Past } from './past';

type Props = PageProps<'/grids/g/[slug]/history'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grid = findGrid((await params).slug);
  if (!grid) return missingMetadata;
  const feed = { path: feedPaths.gridChanges(grid.slug), title: `Changes to ${grid.title}` };
  return pageMetadata({
    title: `History of ${grid.title}`,
    alternates: alternates(`/grids/g/${grid.slug}/history/`, [feed]),
  });
}

export default async function GridHistoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = declaredQuery('/grids/g/[slug]/history', await searchParams);
  const grid = findGridOfPage({ slug, part: 'history/', query });
  if (!grid) return <MissingPage name={slug} />;
  const path = `/grids/g/${grid.slug}/`;
  const trail = [
    { href: '/grids/', label: 'Grids' },
    { href: path, label: grid.title },
  ];
  return (
    <PageFrame>
      <PageTrail base={await readBase()} trail={trail} name="History" />
      {asksForDays(query) ? (
        <Past grid={grid} path={`${path}history/`} query={query} />
      ) : (
        <>
          <h1 className="mb-2 text-title">
            History of <bdi>{grid.title}</bdi>
          </h1>
          <p className="mb-3">
            <a href={`/grids/${grid.slug}/watch/`}>Watch this grid</a>
          </p>
          <FeedLinks label="Subscribe" path={feedPaths.gridChanges(grid.slug)} />
          <DaysForm action={`${path}history/`} today={dayOf(readClock().now)} />
          <History scope={{ of: 'grid', id: grid.id }} path={`${path}history/`} query={query} />
        </>
      )}
    </PageFrame>
  );
}
