import { Age, StaleSince } from '@/components/text/age';
import { AnswerMark } from '@/components/text/answer-mark';
import type { ReadyPackage } from '@/db/queries/readiness';
import { explainAnswer } from '@/lib/package/readiness';
import type { Clock } from '@/lib/time';
import { healthColumn, releaseColumn, starsColumn } from './package-columns';
import { lifecycleNote, PackageTable, type Column, type Order } from './package-table';

interface ReadinessTableProps {
  /** The release in question, such as `Django 5.2`. */
  release: string;
  packages: ReadyPackage[];
  clock: Clock;
  order: Order;
}

/** Packages with what they declare about a release, then their figures. */
export function ReadinessTable({ release, packages, clock, order }: ReadinessTableProps) {
  return (
    <PackageTable
      caption={`What packages say of ${release}`}
      packages={packages}
      order={order}
      note={lifecycleNote(clock)}
      below={(row) => <NarrowFacts row={row} clock={clock} />}
      columns={[
        answerColumn(release, clock),
        starsColumn(clock),
        releaseColumn(clock),
        healthColumn,
      ]}
    />
  );
}

const answerColumn = (release: string, clock: Clock): Column<ReadyPackage> => ({
  head: release,
  cellClassName: 'whitespace-normal! [&_small]:whitespace-normal',
  cell: (row) => (
    <>
      <AnswerMark answer={row.answer} />
      <span className="block text-caption text-quiet">{explainAnswer(row)}</span>
      {row.answer !== 'unknown' && <StaleSince asOf={row.readAt} clock={clock} word="read in" />}
    </>
  ),
});

/** The values of columns that narrower screens hide, as text. */
function NarrowFacts({ row, clock }: { row: ReadyPackage; clock: Clock }) {
  return (
    <span className="block text-caption text-quiet md:hidden">
      {row.lastReleaseAt === null ? (
        'release unknown'
      ) : (
        <>
          released{' '}
          <Age time={row.lastReleaseAt} precision={row.lastReleasePrecision} clock={clock} />
        </>
      )}
      {row.health === null ? ', health unknown' : `, health ${row.health}`}
    </span>
  );
}
