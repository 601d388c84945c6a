import { Count } from '@/components/text/count';
import type { LikedPackage } from '@/db/queries/liked';
import { countOf, formatCount } from '@/lib/text/wording';
import type { Clock } from '@/lib/time';
import { FROM_SMALL, healthColumn, starsColumn } from './package-columns';
import { lifecycleNote, PackageTable } from './package-table';

interface LikedTableProps {
  packages: LikedPackage[];
  clock: Clock;
}

/** Packages with the number of people who use each. */
export function LikedTable({ packages, clock }: LikedTableProps) {
  return (
    <PackageTable
      caption="Most used packages"
      packages={packages}
      note={lifecycleNote(clock)}
      below={({ usageCount, stars }) => (
        <span className="mt-0.5 flex flex-wrap gap-x-3 text-caption text-quiet sm:hidden">
          <span>used by {formatCount(usageCount ?? 0)}</span>
          <span>{stars === null ? 'stars unknown' : countOf(stars, 'star')}</span>
        </span>
      )}
      columns={[
        healthColumn,
        {
          head: 'Used by',
          className: FROM_SMALL,
          cell: ({ usageCount }) => <Count value={usageCount} />,
        },
        starsColumn(clock),
      ]}
    />
  );
}
