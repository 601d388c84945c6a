import type { Metadata } from 'next';
import { EnhanceScript } from '@/components/layout/enhance-script';
import { NotFoundMessage } from '@/components/layout/not-found-message';
import { PageFrame } from '@/components/layout/page-frame';
import './globals.css';

export const metadata: Metadata = {
  title: 'Page not found · Packgrid',
  icons: { icon: '/icon.svg' },
};

/** The 404 page of addresses that no route answers; lib/front sends it for unknown packages and grids, too. */
export default function GlobalNotFound() {
  return (
    <html lang="en">
      <head>
        <EnhanceScript />
      </head>
      <body>
        <PageFrame isSearch>
          <NotFoundMessage />
        </PageFrame>
      </body>
    </html>
  );
}
