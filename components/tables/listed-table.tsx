import type { ReactNode } from 'react';
import { Age, StaleSince } from '@/components/text/age';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import {
  FROM_LARGE,
  healthColumn,
  NarrowFigures,
  releaseColumn,
  starsColumn,
} from './package-columns';
import { lifecycleNote, PackageTable, type Column, type Order } from './package-table';

interface ListedTableProps<Row extends ListedRow> {
  packages: Row[];
  clock: Clock;
  /** If omitted, headings are not links. */
  order?: Order;
  /** Renders a name or description, such as with search terms highlighted; plain text if omitted. */
  show?: (text: string) => ReactNode;
  /** A remark below the description. */
  remark?: (row: Row) => ReactNode;
}

type ListedRow = Omit<ListedPackage, 'id' | 'category' | 'createdAt'>;

/** The packages of a list or search, with their main figures. */
export function ListedTable<Row extends ListedRow>(props: ListedTableProps<Row>) {
  const { packages, clock, order, show, remark } = props;
  return (
    <PackageTable
      caption="Packages"
      packages={packages}
      {...(order && { order })}
      {...(show && { show })}
      note={lifecycleNote(clock)}
      below={(row) => (
        <>
          {remark?.(row)}
          <NarrowFigures row={row} clock={clock} />
        </>
      )}
      columns={[healthColumn, starsColumn(clock), releaseColumn(clock), commitColumn(clock)]}
    />
  );
}

const commitColumn = (clock: Clock): Column<ListedRow> => ({
  head: 'Last commit',
  start: '-last_updated',
  className: FROM_LARGE,
  cell: ({ lastCommitAt, commitsAsOf }) => (
    <>
      <Age time={lastCommitAt} precision="time" clock={clock} />
      {lastCommitAt !== null && <StaleSince asOf={commitsAsOf} clock={clock} word="as of" />}
    </>
  ),
});
