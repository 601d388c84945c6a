import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Announcement } from '@/components/layout/announcement';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SkipLink } from '@/components/layout/skip-link';
import { EnhanceScript } from '@/components/layout/enhance-script';
import { ThemeScript } from '@/components/layout/theme-script';
import { findAnnouncement } from '@/db/queries/announcements';
import { now } from '@/lib/time';
import { readBase } from '../address';
import { renderMarkup } from '../render-markup';
import { headerAccount } from '../session';
import '../globals.css';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await readBase()),
    title: { default: 'Packgrid', template: '%s · Packgrid' },
    icons: { icon: '/icon.svg' },
    robots: { index: false },
  };
}

/** Pages with forms: ordinary React, in the same header and footer, which are markup that React leaves alone. */
export default async function EditLayout({ children }: { children: ReactNode }) {
  const account = await headerAccount();
  const announcement = findAnnouncement(now());
  const [header, footer] = await Promise.all([
    renderMarkup(
      <>
        <SkipLink to="main">Skip to the content</SkipLink>
        <SiteHeader hasSearch account={account} />
        {announcement && <Announcement {...announcement} />}
      </>,
    ),
    renderMarkup(<SiteFooter />),
  ]);
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
        <EnhanceScript />
      </head>
      <body>
        <div data-width="page" className="flex min-h-dvh flex-col">
          <Markup html={header} />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full px-4 pt-6 pb-16 outline-none in-data-[width=page]:max-w-page sm:px-6"
          >
            {children}
          </main>
          <Markup html={footer} />
        </div>
      </body>
    </html>
  );
}

const Markup = ({ html }: { html: string }) => (
  <div suppressHydrationWarning className="contents" dangerouslySetInnerHTML={{ __html: html }} />
);
