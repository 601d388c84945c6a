import { Age, StaleSince } from '@/components/text/age';
import { Unknown } from '@/components/text/unknown';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import {
  categoryColumn,
  FROM_LARGE,
  FROM_MEDIUM,
  healthColumn,
  releaseColumn,
  starsColumn,
} from './package-columns';
import { lifecycleNote, PackageTable, type Column, type Order } from './package-table';

interface ListedTableProps {
  packages: ListedPackage[];
  clock: Clock;
  order: Order;
}

/** The packages of a list, with their main figures. */
export function ListedTable({ packages, clock, order }: ListedTableProps) {
  return (
    <PackageTable
      caption="Packages"
      packages={packages}
      order={order}
      note={lifecycleNote(clock)}
      below={(row) => <NarrowFacts row={row} clock={clock} />}
      columns={[
        { ...categoryColumn, className: FROM_LARGE },
        versionColumn,
        healthColumn,
        starsColumn(clock),
        releaseColumn(clock),
        commitColumn(clock),
      ]}
    />
  );
}

const versionColumn: Column<ListedPackage> = {
  head: 'Version',
  className: FROM_LARGE,
  cellClassName: `font-mono text-caption ${FROM_LARGE}`,
  cell: ({ lastReleaseNumber }) =>
    lastReleaseNumber === null ? <Unknown /> : <bdi>{lastReleaseNumber}</bdi>,
};

const commitColumn = (clock: Clock): Column<ListedPackage> => ({
  head: 'Last commit',
  start: '-last_updated',
  className: FROM_MEDIUM,
  cell: ({ lastCommitAt, commitsAsOf }) => (
    <>
      <Age time={lastCommitAt} precision="time" clock={clock} />
      {lastCommitAt !== null && <StaleSince asOf={commitsAsOf} clock={clock} word="read in" />}
    </>
  ),
});

/** The values of columns that narrower screens hide, as text. */
function NarrowFacts({ row, clock }: { row: ListedPackage; clock: Clock }) {
  return (
    <span className="block text-caption text-quiet xl:hidden">
      <bdi>{row.category.title}</bdi>
      {row.lastReleaseNumber !== null && (
        <>
          {' '}
          <bdi>{row.lastReleaseNumber}</bdi>
        </>
      )}
      <span className="md:hidden">
        ; health {row.health ?? 'unknown'},{' '}
        {row.lastReleaseAt === null ? (
          'release unknown'
        ) : (
          <>
            released{' '}
            <Age time={row.lastReleaseAt} precision={row.lastReleasePrecision} clock={clock} />
          </>
        )}
        , last commit{' '}
        {row.lastCommitAt === null ? (
          'unknown'
        ) : (
          <Age time={row.lastCommitAt} precision="time" clock={clock} />
        )}
      </span>
    </span>
  );
}
