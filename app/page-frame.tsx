import type { ReactNode } from 'react';
import { findAnnouncement } from '@/db/queries/announcements';
import { now } from '@/lib/time';
import { SiteShell } from '@/components/layout/site-shell';
import { renderMarkup } from './render-markup';
import { headerAccount } from './session';

interface PageFrameProps {
  children: ReactNode;
  /** `wide` uses the full width of the window, for large tables. */
  width?: 'page' | 'wide';
  /** Whether the page has its own search, so that the header needs none. */
  isSearch?: boolean;
  /** Id of the table that a second skip link leads to. */
  table?: string;
  /** Whether it is rendered once, by the build, and so for nobody in particular. */
  isStatic?: boolean;
}

/** A whole page of the read section in the site's shell, rendered to markup. */
export async function PageFrame({
  children,
  width = 'page',
  isSearch = false,
  table,
  isStatic = false,
}: PageFrameProps) {
  const account = isStatic ? undefined : await headerAccount();
  const announcement = isStatic ? undefined : findAnnouncement(now());
  const __html = await renderMarkup(
    <SiteShell isSearch={isSearch} table={table} account={account} announcement={announcement}>
      {children}
    </SiteShell>,
  );
  return (
    <>
      {/* React moves it to the head. */}
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title="Packgrid"
        href="/search/opensearch/description/"
      />
      <div
        data-width={width}
        className="flex min-h-dvh flex-col"
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html }}
      />
    </>
  );
}
