import type { Metadata } from 'next';
import { EnhanceScript } from '@/components/layout/enhance-script';
import { NotFoundMessage } from '@/components/layout/not-found-message';
import { ThemeScript } from '@/components/layout/theme-script';
import { PageFrame } from '@/app/page-frame';
import './globals.css';

export const metadata: Metadata = {
  title: 'Page not found · Packgrid',
  icons: { icon: '/icon.svg' },
};

/** The 404 page of URLs that match no route; server/http also sends it for unknown packages and grids. */
export default function GlobalNotFound() {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
        <EnhanceScript />
      </head>
      <body>
        <PageFrame isSearch isStatic>
          <NotFoundMessage />
        </PageFrame>
      </body>
    </html>
  );
}
