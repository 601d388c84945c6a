import { SearchShortcut } from './search-shortcut';

const groups = [
  {
    title: 'Browse',
    links: [
      { href: '/packages/trending/', label: 'Trending' },
      { href: '/packages/liked/', label: 'Most used' },
      { href: '/packages/latest/', label: 'Latest packages' },
      { href: '/open/', label: 'Statistics' },
    ],
  },
  {
    title: 'Data',
    links: [
      { href: '/api/', label: 'API' },
      { href: '/feeds/', label: 'Feeds' },
      { href: '/dumps/', label: 'Dumps' },
    ],
  },
  {
    title: 'About',
    links: [
      { href: '/about/', label: 'About Packgrid' },
      { href: '/help/', label: 'Help' },
      { href: '/scoring/', label: 'Scoring' },
      { href: '/about/#accessibility', label: 'Accessibility' },
      { href: '/terms/', label: 'Terms' },
    ],
  },
];

/** Site footer: what the site is, its data and their licence, and links to everything that the header doesn't have. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line text-caption text-quiet">
      <div className="mx-auto flex flex-wrap justify-between gap-x-16 gap-y-6 px-4 py-8 in-data-[width=page]:max-w-page sm:px-6">
        <div className="max-w-prose flex-1 basis-72">
          <p>
            Packgrid compares open-source packages for Django. Figures come from public sources and
            show their age; missing data is shown as unknown.
          </p>
          <p className="mt-2">
            The data is free to use if you credit the sources. The software is open source (MIT).
          </p>
        </div>
        <div className="no-print grid grid-cols-3 gap-x-2 max-sm:w-full sm:gap-x-12">
          {groups.map(({ title, links }) => (
            <div key={title}>
              <p className="text-ink">{title}</p>
              <ul className="mt-1">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} className="inline-block py-1 text-quiet hover:text-accent">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <SearchShortcut />
      </div>
    </footer>
  );
}
