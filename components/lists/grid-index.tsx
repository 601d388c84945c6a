import type { ListedGrid } from '@/db/queries/grids';
import { joinNames } from '@/lib/wording';

interface GridIndexProps {
  grids: ListedGrid[];
}

/** Many grids close together, by title: how many packages each compares, and the best known of them. */
export function GridIndex({ grids }: GridIndexProps) {
  const byTitle = [...grids].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return (
    <ul className="gap-x-10 text-table sm:columns-2 lg:columns-3">
      {byTitle.map(({ slug, title, packageCount, leaders }) => (
        <li key={slug} className="break-inside-avoid border-b border-line py-2">
          <span className="flex items-baseline justify-between gap-3">
            <a href={`/grids/g/${slug}/`} className="font-heading">
              {title}
            </a>
            <span className="text-quiet tabular-nums">
              {packageCount}
              <span className="sr-only"> packages</span>
            </span>
          </span>
          <span className="block text-caption text-quiet">{joinNames(leaders)}</span>
        </li>
      ))}
    </ul>
  );
}
