import { Icon } from './icon';

const places = [
  { href: '/grids/', label: 'Grids' },
  { href: '/categories/', label: 'Categories' },
  { href: '/packages/', label: 'Packages' },
  { href: '/readiness/', label: 'Readiness' },
  { href: '/api/', label: 'API' },
];

/** Site navigation: a row of links, or a menu on narrow screens. */
export function SiteMenu() {
  return (
    <nav aria-label="Site" className="no-print relative ml-auto text-table">
      <ul className="flex gap-x-5 max-md:hidden">
        <Places />
      </ul>
      <details className="md:hidden">
        <summary className="flex h-9 list-none items-center gap-1.5 rounded-md border border-edge px-3 [&::-webkit-details-marker]:hidden">
          <Icon name="menu" /> Menu
        </summary>
        <ul className="absolute right-0 z-40 mt-1 w-40 rounded-md border border-edge bg-raised px-4 py-2">
          <Places />
        </ul>
      </details>
    </nav>
  );
}

function Places() {
  return places.map(({ href, label }) => (
    <li key={href}>
      <a
        href={href}
        className="inline-block py-1 text-ink hover:text-accent max-md:block max-md:py-2"
      >
        {label}
      </a>
    </li>
  ));
}
