import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { FeedLinks } from '@/components/layout/feed-links';
import { feedPaths } from '@/lib/feeds/links';
import { declaredQuery } from '@/lib/routes/query';
import { alternates, changesFeed } from '../page-metadata';
import { History } from './history';

export const metadata: Metadata = {
  title: 'Recent changes',
  description: 'What changed on Packgrid recently, by whom and why.',
  alternates: alternates('/history/', [changesFeed]),
};

export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const query = declaredQuery('/history', await searchParams);
  return (
    <PageFrame>
      <h1 className="mb-2 text-title">Recent changes</h1>
      <FeedLinks label="Subscribe" path={feedPaths.changes} />
      <History scope={{ of: 'site' }} path="/history/" query={query} />
    </PageFrame>
  );
}
