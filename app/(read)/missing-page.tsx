import type { Metadata } from 'next';
import { NotFoundMessage } from '@/components/layout/not-found-message';
import { PageFrame } from '@/app/page-frame';
import { listNearestNames } from '@/db/queries/search';
import { decodeSegment } from '@/lib/package/slugs';

const MOST_OFFERED = 6;

/**
 * Metadata of a page for a missing record. Next sends a document without a body for `notFound()`, so this page is rendered like any other,
 * and server/http responds with the status given here.
 */
export const missingMetadata: Metadata = {
  title: 'Page not found',
  robots: { index: false },
  // The layout's would name the requested URL, which has no page.
  alternates: null,
  openGraph: null,
  other: { 'prerender-status-code': '404' },
};

/** The 404 page of a package or grid, which suggests similar names. */
export function MissingPage({ name }: { name: string }) {
  return (
    <PageFrame isSearch>
      <NotFoundMessage nearest={listNearestNames(decodeSegment(name), { limit: MOST_OFFERED })} />
    </PageFrame>
  );
}
