import type { ReactNode } from 'react';
import { Announcement, type AnnouncementProps } from './announcement';
import { CompareTray } from './compare-tray';
import { SiteFooter } from './site-footer';
import { SiteHeader, type SiteHeaderProps } from './site-header';
import { SkipLink } from './skip-link';

interface SiteShellProps {
  children: ReactNode;
  /** Whether the page has its own search, so that the header needs none. */
  isSearch?: boolean;
  /** Id of the table that a second skip link leads to. */
  table?: string | undefined;
  account?: SiteHeaderProps['account'];
  announcement?: AnnouncementProps | undefined;
}

/** Header, main content and footer of a page. */
export function SiteShell({
  children,
  isSearch = false,
  table,
  account,
  announcement,
}: SiteShellProps) {
  return (
    <>
      <SkipLink to="main">Skip to the content</SkipLink>
      {table !== undefined && <SkipLink to={table}>Skip to the table</SkipLink>}
      <SiteHeader hasSearch={!isSearch} account={account} />
      {announcement && <Announcement {...announcement} />}
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
