import { Section } from '@/components/layout/section';
import type { RelatedGrid } from '@/db/queries/related-grids';
import { countOf, joinNames } from '@/lib/wording';

interface RelatedGridsProps {
  grids: RelatedGrid[];
}

/** Where else the packages of a grid are compared, and which of them; nothing where none is. */
export function RelatedGrids({ grids }: RelatedGridsProps) {
  if (grids.length === 0) return null;
  return (
    <Section id="related" title="Related comparisons">
      <ul className="gap-x-10 text-table sm:columns-2 lg:columns-3">
        {grids.map((it) => (
          <li key={it.slug} className="break-inside-avoid border-b border-line py-2">
            <a href={`/grids/g/${it.slug}/`} className="font-heading">
              {it.title}
            </a>
            <span className="block text-caption text-quiet">
              {countOf(it.sharedCount, 'package')} in common: {namesOf(it)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function namesOf({ shared, sharedCount }: RelatedGrid): string {
  const others = sharedCount - shared.length;
  return joinNames(others > 0 ? [...shared, `${others} more`] : shared);
}
