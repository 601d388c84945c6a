import { Names } from '@/components/text/names';
import type { ListedGrid } from '@/db/queries/grids';

interface GridIndexProps {
  grids: ListedGrid[];
}

/** Compact index of grids by title: the number of packages in each, and the best known of them. */
export function GridIndex({ grids }: GridIndexProps) {
  const byTitle = [...grids].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return (
    <ul className="gap-x-10 text-table sm:columns-2 lg:columns-3">
      {byTitle.map(({ slug, title, packageCount, leaders }) => (
        <li key={slug} className="break-inside-avoid border-b border-line py-2">
          <span className="flex items-baseline justify-between gap-3">
            <a href={`/grids/g/${slug}/`} className="font-heading" dir="auto">
              {title}
            </a>
            <span className="text-quiet tabular-nums">
              {packageCount}
              <span className="sr-only"> packages</span>
            </span>
          </span>
          <span className="block text-caption text-quiet">
            <Names names={leaders} />
          </span>
        </li>
      ))}
    </ul>
  );
}
