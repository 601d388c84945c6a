import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { compareLink, MOST_COMPARED } from '@/lib/comparison/selection';
import { linkTo } from '@/lib/text/links';

/** The packages of a custom comparison: each can be removed, and others added. */
export function SelectionList({ packages }: { packages: ComparedPackage[] }) {
  const slugs = packages.map(({ slug }) => slug);
  return (
    <ul
      aria-label="Packages compared"
      className="no-print mt-2 flex flex-wrap gap-x-5 gap-y-1 text-table"
    >
      {packages.map(({ slug, title }) => (
        <li key={slug}>
          <bdi>{title}</bdi>{' '}
          <a
            href={compareLink(slugs.filter((other) => other !== slug))}
            aria-label={`Remove ${title}`}
            className="inline-block py-1 text-caption underline"
          >
            remove
          </a>
        </li>
      ))}
      {packages.length < MOST_COMPARED && (
        <li>
          <a
            href={linkTo('/compare/', { package: slugs.join(','), more: 1 })}
            className="inline-block py-1 underline"
          >
            Add packages
          </a>
        </li>
      )}
    </ul>
  );
}
