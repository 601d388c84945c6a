import type { Account } from '@/db/schema';
import { Icon } from './icon';
import { ThemeSwitch } from './theme-switch';

const places = [
  { href: '/grids/', label: 'Grids' },
  { href: '/categories/', label: 'Categories' },
  { href: '/packages/', label: 'Packages' },
  { href: '/compare/', label: 'Compare' },
  { href: '/readiness/', label: 'Readiness' },
  { href: '/api/', label: 'API' },
];

/** The account that is signed in. */
export interface HeaderAccount extends Pick<Account, 'name'> {
  /** How much waits for it, if it is a moderator's. */
  waiting?: number;
}

interface SiteMenuProps {
  account: HeaderAccount | undefined;
}

/** Site navigation and theme: a row, or a menu on screens too narrow for it. */
export function SiteMenu({ account }: SiteMenuProps) {
  return (
    <nav aria-label="Site" className="no-print relative ml-auto text-table">
      <ul className="flex items-center gap-x-4 max-xl:hidden">
        <Places account={account} />
      </ul>
      <details className="xl:hidden">
        <summary className="flex h-9 list-none items-center gap-1.5 rounded-md border border-edge px-3 hover:border-accent hover:text-accent [&::-webkit-details-marker]:hidden">
          <Icon name="menu" /> Menu
        </summary>
        <ul className="absolute right-0 z-40 mt-1 w-44 rounded-md border border-edge bg-raised px-4 py-2">
          <Places account={account} />
        </ul>
      </details>
    </nav>
  );
}

function Places({ account }: SiteMenuProps) {
  const waiting = account?.waiting;
  const moderation =
    waiting === undefined ? [] : [{ href: '/moderation/', label: `Moderation (${waiting})` }];
  const own = account
    ? { href: `/profiles/${account.name}/`, label: account.name }
    : { href: '/login/', label: 'Sign in' };
  return (
    <>
      {[...places, ...moderation, own].map(({ href, label }) => (
        <li key={href}>
          <a
            href={href}
            className="inline-block py-1 text-ink hover:text-accent max-xl:block max-xl:py-2"
          >
            {label}
          </a>
        </li>
      ))}
      <li className="max-xl:mt-1 max-xl:border-t max-xl:border-line max-xl:py-1 noscript:hidden">
        <ThemeSwitch />
      </li>
    </>
  );
}
