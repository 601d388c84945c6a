import { StaleSince } from '@/components/text/age';
import { AnswerMark } from '@/components/text/answer-mark';
import type { ReadyPackage } from '@/db/queries/readiness';
import { explainAnswer } from '@/lib/package/readiness';
import type { Clock } from '@/lib/time';
import {
  FROM_SMALL,
  healthColumn,
  NarrowFigures,
  releaseColumn,
  starsColumn,
} from './package-columns';
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
      caption={`Support for ${release}`}
      packages={packages}
      order={order}
      note={lifecycleNote(clock)}
      below={(row) => (
        <>
          <span className="mt-0.5 block text-caption text-quiet sm:hidden">
            <AnswerOf row={row} clock={clock} />
          </span>
          <NarrowFigures row={row} clock={clock} />
        </>
      )}
      columns={[
        healthColumn,
        answerColumn(release, clock),
        starsColumn(clock),
        releaseColumn(clock),
      ]}
    />
  );
}

const answerColumn = (release: string, clock: Clock): Column<ReadyPackage> => ({
  head: release,
  className: FROM_SMALL,
  cellClassName: `w-44 whitespace-normal! ${FROM_SMALL}`,
  cell: (row) => <AnswerOf row={row} clock={clock} />,
});

function AnswerOf({ row, clock }: { row: ReadyPackage; clock: Clock }) {
  const explanation = explainAnswer(row);
  return (
    <>
      <AnswerMark answer={row.answer} />
      {explanation !== '' && (
        <span className="text-caption text-quiet max-sm:ml-2 sm:block">{explanation}</span>
      )}
      {row.answer !== 'unknown' && <StaleSince asOf={row.readAt} clock={clock} word="as of" />}
    </>
  );
}
