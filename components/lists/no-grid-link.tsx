import { countOf, formatCount } from '@/lib/wording';

interface NoGridLinkProps {
  /** Whether the list shows only packages that stand in no grid. */
  isOn: boolean;
  /** How many packages the list behind the link has. */
  count: number;
  href: string;
}

/** Turns a list to the packages that stand in no grid yet, and back; nothing where there are none. */
export function NoGridLink({ isOn, count, href }: NoGridLinkProps) {
  if (count === 0) return null;
  return (
    <a href={href} className="inline-block py-1">
      {isOn
        ? `Show all ${countOf(count, 'package')}`
        : `${formatCount(count)} in no comparison yet`}
    </a>
  );
}
