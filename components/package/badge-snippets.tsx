import { Snippet } from '@/components/text/snippet';
import { badgeKinds, badgePath } from '@/lib/badges/badges';
import { badgeMarkups } from '@/lib/badges/markup';

interface BadgeSnippetsProps {
  slug: string;
  title: string;
  base: string;
}

/** The badges of a package, with the code that shows one in a README. */
export function BadgeSnippets({ slug, title, base }: BadgeSnippetsProps) {
  return (
    <details className="no-print">
      <summary className="py-1">README badge</summary>
      <ul className="mt-2 flex flex-wrap gap-2">
        {badgeKinds.map(({ kind, name }) => (
          <li key={kind}>
            <a href={badgePath(slug, kind)} className="inline-block py-1">
              {/* eslint-disable-next-line @next/next/no-img-element -- an SVG of our own, which needs no resizing. */}
              <img src={badgePath(slug, kind)} alt={`Badge: ${name}`} height={20} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
      {badgeMarkups(base, { slug, title }).map(({ name, text }) => (
        <Snippet key={name} name={name} text={text} />
      ))}
      <p className="mt-2 text-caption text-quiet">
        Other badges: add <code>?show=health</code>, <code>?show=version</code> or{' '}
        <code>?show=grids</code> to the URL.
      </p>
    </details>
  );
}
