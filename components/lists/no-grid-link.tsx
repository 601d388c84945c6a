import { formatCount } from '@/lib/text/wording';

interface NoGridLinkProps {
  /** Number of packages in the linked list. */
  count: number;
  href: string;
}

/** Link to the packages of a list that are in no grid yet; renders nothing if there are none. */
export function NoGridLink({ count, href }: NoGridLinkProps) {
  if (count === 0) return null;
  return (
    <a href={href} className="inline-block py-1">
      {formatCount(count)} not in any grid
    </a>
  );
}
