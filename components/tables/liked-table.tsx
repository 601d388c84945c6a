import { Count } from '@/components/text/count';
import type { LikedPackage } from '@/db/queries/liked';
import type { Clock } from '@/lib/time';
import { categoryColumn, FROM_MEDIUM, starsColumn } from './package-columns';
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
      below={({ category }) => (
        <span className="block text-caption text-quiet md:hidden">
          <bdi>{category.title}</bdi>
        </span>
      )}
      columns={[
        { ...categoryColumn, className: FROM_MEDIUM },
        { head: 'Used by', cell: ({ usageCount }) => <Count value={usageCount} /> },
        starsColumn(clock),
      ]}
    />
  );
}
