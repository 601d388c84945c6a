import { Unknown } from '@/components/text/unknown';
import type { HealthReport, JudgedCriterion } from '@/lib/scoring/health';

interface ScoreTableProps {
  caption: string;
  report: HealthReport;
}

/** Each health criterion with its finding for one package and the points it gave. */
export function ScoreTable({ caption, report }: ScoreTableProps) {
  const { judged, met, known } = report;
  return (
    <table className="w-full max-w-prose border-collapse text-table [&_td]:py-2.5 [&_td]:pl-6 [&_td]:text-right [&_td]:align-top [&_td]:whitespace-nowrap [&_th]:py-2.5 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-caption text-quiet">
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col" className="text-right!">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {judged.map((result) => (
          <Row key={result.criterion.key} result={result} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <span className="font-heading">Total</span>
            <span className="block text-caption text-quiet">Unknown criteria aren’t counted.</span>
          </th>
          <td className="font-heading">
            {met} of {known}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ result }: { result: JudgedCriterion }) {
  const { criterion, points } = result;
  return (
    <tr>
      <th scope="row">
        <span className="font-heading">{criterion.name}</span>
        <span className="block text-caption text-quiet">{criterion.why}</span>
        <span className="block wrap-anywhere" dir="ltr">
          {result.text()}
        </span>
      </th>
      <td>
        {points === null ? (
          <>
            <Unknown />
            <span className="block text-caption text-quiet">not counted</span>
          </>
        ) : (
          <>
            {points} <span className="text-quiet">of {criterion.points}</span>
            <Share of={points / criterion.points} />
          </>
        )}
      </td>
    </tr>
  );
}

/** A bar of the points scored; decorative, since the figures say the same. */
function Share({ of }: { of: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 64 4" className="mt-1 ml-auto h-1 w-16 text-accent">
      <path d="M0 2h64" stroke="currentColor" strokeWidth="4" className="text-line" />
      {of > 0 && <path d={`M0 2h${64 * of}`} stroke="currentColor" strokeWidth="4" />}
    </svg>
  );
}
