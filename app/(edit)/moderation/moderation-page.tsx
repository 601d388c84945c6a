import type { ReactNode } from 'react';
import { Refusal } from '@/components/forms/refusal';
import type { Account } from '@/db/queries/accounts';
import { mayDo } from '@/lib/accounts/permissions';
import type { PageQuery } from '@/lib/text/links';
import { signedIn } from '../signed-in';

const pages = [
  { href: '/moderation/', label: 'Queue' },
  { href: '/moderation/recent/', label: 'Recent changes' },
  { href: '/moderation/bans/', label: 'Accounts' },
  { href: '/moderation/locks/', label: 'Locks' },
];

/** Says that another moderator has decided first. */
function Decided() {
  return (
    <p role="status" className="mb-3 font-heading">
      Another moderator has already decided this.
    </p>
  );
}

interface ModerationPageProps {
  path: string;
  title: ReactNode;
  /** Its query, if it has forms to decide. */
  query?: PageQuery;
  /** Called for moderators only. */
  children: (account: Account) => ReactNode;
}

/** A page for moderators; other accounts see that they lack the permission. */
export async function ModerationPage({ path, title, query = {}, children }: ModerationPageProps) {
  const account = await signedIn(path);
  if (!mayDo(account, 'change.review')) {
    return (
      <>
        <h1 className="text-title">Moderation</h1>
        <Refusal permission="change.review" />
      </>
    );
  }
  return (
    <>
      <nav aria-label="Moderation" className="mb-4">
        <ul className="flex flex-wrap gap-x-4">
          {pages.map(({ href, label }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={href === path ? 'page' : undefined}
                className="inline-block py-1 underline aria-[current=page]:text-ink aria-[current=page]:no-underline"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1 className="mb-3 text-title">{title}</h1>
      {query['decided'] !== undefined && <Decided />}
      {children(account)}
    </>
  );
}
