import { formatCount } from '@/lib/wording';

interface NoGridLinkProps {
  /** How many packages the list behind the link has. */
  count: number;
  href: string;
}

/** Leads to the packages of a list that stand in no grid yet; nothing where there are none. */
export function NoGridLink({ count, href }: NoGridLinkProps) {
  if (count === 0) return null;
  return (
    <a href={href} className="inline-block py-1">
      {formatCount(count)} in no comparison yet
    </a>
  );
}
