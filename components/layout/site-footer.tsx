import { SearchShortcut } from './search-shortcut';

const links = [
  { href: '/about/', label: 'About and data' },
  { href: '/scoring/', label: 'Scoring' },
  { href: '/terms/', label: 'Terms' },
  { href: '/packages/latest/', label: 'Latest packages' },
  { href: '/packages/trending/', label: 'Trending' },
  { href: '/packages/liked/', label: 'Most used' },
  { href: '/open/', label: 'Statistics' },
  { href: '/feeds/', label: 'Feeds' },
  { href: '/api/', label: 'API' },
  { href: '/dumps/', label: 'Dumps' },
];

/** Site footer: what the site is, and links such as the terms of use of its data. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line text-caption text-quiet">
      <div className="mx-auto flex flex-wrap items-baseline gap-x-8 gap-y-3 px-4 py-6 in-data-[width=page]:max-w-page sm:px-6">
        <p className="max-w-prose flex-1 basis-80">
          Packgrid compares open-source packages for Django. Figures come from public sources and
          say how old they are; what was never found out is shown as unknown.
        </p>
        <ul className="no-print flex flex-wrap gap-x-5">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-block py-1 text-quiet underline hover:text-accent">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <SearchShortcut />
      </div>
    </footer>
  );
}
