import type { ReactNode } from 'react';
import { draw } from '@/components/drawing/draw';
import { CompareTray } from './compare-tray';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

interface PageFrameProps {
  children: ReactNode;
  /** `wide` leaves the page as wide as the window, for large tables. */
  width?: 'page' | 'wide';
  /** Whether the page has a search of its own, so that the header needs none. */
  isSearch?: boolean;
}

/** Header, main part and footer of a page; React gets them drawn. */
export async function PageFrame({ children, width = 'page', isSearch = false }: PageFrameProps) {
  const __html = await draw(<Parts isSearch={isSearch}>{children}</Parts>);
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

function Parts({ children, isSearch }: Required<Pick<PageFrameProps, 'children' | 'isSearch'>>) {
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-md border border-accent bg-raised px-3 py-2 text-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the content
      </a>
      <SiteHeader hasSearch={!isSearch} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full px-4 pt-6 pb-16 outline-none in-data-[width=page]:max-w-page sm:px-6"
      >
        {children}
      </main>
      <SiteFooter />
      <CompareTray />
    </>
  );
}
