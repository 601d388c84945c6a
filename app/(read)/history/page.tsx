import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { declaredQuery } from '@/lib/routes/query';
import { History } from './history';

export const metadata: Metadata = {
  title: 'Recent changes',
  description: 'What changed on Packgrid recently, by whom and why.',
};

export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const query = declaredQuery('/history', await searchParams);
  return (
    <PageFrame>
      <h1 className="mb-4 text-title">Recent changes</h1>
      <History scope={{ of: 'site' }} path="/history/" query={query} />
    </PageFrame>
  );
}
