import { Names } from '@/components/text/names';
import { Section } from '@/components/layout/section';
import type { RelatedGrid } from '@/db/queries/related-grids';
import { countOf } from '@/lib/text/wording';

interface RelatedGridsProps {
  grids: RelatedGrid[];
}

/** Other grids that compare the packages of this grid, and which of them; renders nothing if there are none. */
export function RelatedGrids({ grids }: RelatedGridsProps) {
  if (grids.length === 0) return null;
  return (
    <Section id="related" title="Related comparisons">
      <ul className="gap-x-10 text-table sm:columns-2 lg:columns-3">
        {grids.map((grid) => (
          <li key={grid.slug} className="break-inside-avoid border-b border-line py-2">
            <a href={`/grids/g/${grid.slug}/`} className="font-heading" dir="auto">
              {grid.title}
            </a>
            <span className="block text-caption text-quiet">
              {countOf(grid.sharedCount, 'package')} in common: <Names names={namesOf(grid)} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function namesOf({ shared, sharedCount }: RelatedGrid): string[] {
  const others = sharedCount - shared.length;
  return others > 0 ? [...shared, `${others} more`] : shared;
}
