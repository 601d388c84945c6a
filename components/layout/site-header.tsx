import { SearchForm } from './search-form';

const places = [
  { href: '/grids/', label: 'Grids' },
  { href: '/categories/', label: 'Categories' },
  { href: '/packages/', label: 'Packages' },
  { href: '/api/v4/', label: 'API' },
];

function WordMark() {
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
      <span className="text-[1.0625rem] tracking-heading">Packgrid</span>
    </a>
  );
}

interface SiteHeaderProps {
  hasSearch: boolean;
}

/** The top of every page: where you are, what you look for, where you can go. */
export function SiteHeader({ hasSearch }: SiteHeaderProps) {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 in-data-[width=page]:max-w-page sm:px-6">
        <WordMark />
        {hasSearch && (
          <div className="flex min-w-0 flex-1 basis-40 md:max-w-md">
            <SearchForm id="site-search" label="Site" />
          </div>
        )}
        <nav aria-label="Site" className="no-print max-md:w-full md:ml-auto">
          <ul className="flex gap-x-5 text-table">
            {places.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="inline-block py-1 text-ink hover:text-accent">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
