import type { Metadata } from 'next';
import { NotFoundMessage } from '@/components/layout/not-found-message';
import { PageFrame } from '@/app/page-frame';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <PageFrame isSearch>
      <NotFoundMessage />
    </PageFrame>
  );
}
