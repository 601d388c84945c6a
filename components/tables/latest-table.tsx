import { Day } from '@/components/text/age';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import { FROM_SMALL, healthColumn, starsColumn } from './package-columns';
import { PackageTable } from './package-table';

interface LatestTableProps {
  packages: ListedPackage[];
  clock: Clock;
}

/** Packages with the date each was added. */
export function LatestTable({ packages, clock }: LatestTableProps) {
  return (
    <PackageTable
      caption="Latest packages"
      packages={packages}
      below={({ createdAt }) => (
        <span className="mt-0.5 block text-caption text-quiet sm:hidden">
          added <Day time={createdAt} precision="time" clock={clock} />
        </span>
      )}
      columns={[
        healthColumn,
        starsColumn(clock),
        {
          head: 'Added',
          className: FROM_SMALL,
          cell: ({ createdAt }) => <Day time={createdAt} precision="time" clock={clock} />,
        },
      ]}
    />
  );
}
