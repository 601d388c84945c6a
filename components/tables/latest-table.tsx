import { Day } from '@/components/text/age';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import { FROM_MEDIUM } from './package-columns';
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
      below={({ category }) => (
        <span className="block text-caption text-quiet md:hidden">
          <bdi>{category.title}</bdi>
        </span>
      )}
      columns={[
        {
          head: 'Category',
          className: FROM_MEDIUM,
          cell: ({ category }) => <bdi>{category.title}</bdi>,
        },
        {
          head: 'Added',
          cell: ({ createdAt }) => (
            <span className="inline-block max-sm:w-26 max-sm:whitespace-normal">
              <Day time={createdAt} precision="time" clock={clock} />
            </span>
          ),
        },
      ]}
    />
  );
}
