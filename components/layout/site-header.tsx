import { SearchForm } from './search-form';
import { SiteMenu, type HeaderAccount } from './site-menu';

export interface SiteHeaderProps {
  hasSearch: boolean;
  /** The account that is signed in. */
  account?: HeaderAccount | undefined;
}

/** Link to the home page; phones hide its text to make room for the search. */
function WordMark({ hasSearch }: Pick<SiteHeaderProps, 'hasSearch'>) {
  return (
    <a href="/" className="flex items-center gap-2 font-heading text-ink no-underline">
      <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20" className="text-accent">
        <path fill="currentColor" d="M1 1h5v5H1zM8 1h5v5H8zM1 8h5v5H1zM15 8h4v5h-4zM8 15h5v4H8z" />
        <path
          fill="none"
          stroke="currentColor"
          d="M15.5 1.5h3v4h-3zM8.5 8.5h4v4h-4zM1.5 15.5h4v3h-4zM15.5 15.5h3v3h-3z"
        />
      </svg>
      <span
        data-short={hasSearch || undefined}
        className="text-[1.0625rem] tracking-heading max-sm:data-short:sr-only"
      >
        Packgrid
      </span>
    </a>
  );
}

/** Site header on one line: home link, search, navigation and theme. The search takes all space that is left. */
export function SiteHeader({ hasSearch, account }: SiteHeaderProps) {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex min-h-15 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 in-data-[width=page]:max-w-page sm:px-6 xl:gap-x-5">
        <WordMark hasSearch={hasSearch} />
        {hasSearch && (
          <div className="flex min-w-0 flex-1">
            <SearchForm id="site-search" label="Site" />
          </div>
        )}
        <SiteMenu account={account} />
      </div>
    </header>
  );
}
