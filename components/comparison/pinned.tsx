import type { ComparedPackage } from '@/lib/comparison/compared-package';
import type { ComparisonQuery } from '@/lib/comparison/query';

interface PinnedProps {
  packages: ComparedPackage[];
  query: ComparisonQuery;
  linkTo: (changed: Partial<ComparisonQuery>) => string;
}

/** The packages pinned to the front, each with a link that unpins it. */
export function Pinned({ packages, query, linkTo }: PinnedProps) {
  const pinned = packages.filter(({ slug }) => query.pin.includes(slug));
  if (pinned.length === 0) return null;
  return (
    <p className="no-print mb-2 text-caption text-quiet">
      Moved to the front:{' '}
      {pinned.map(({ slug, title }) => (
        <span key={slug} className="mr-3 inline-block">
          <bdi className="text-ink">{title}</bdi>{' '}
          <a
            href={linkTo({ pin: query.pin.filter((other) => other !== slug) })}
            aria-label={`Move ${title} back`}
            className="inline-block py-0.5 underline"
          >
            move back
          </a>
        </span>
      ))}
    </p>
  );
}
