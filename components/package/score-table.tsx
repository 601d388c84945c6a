import type { HealthReport, JudgedCriterion } from '@/lib/scoring/health';

interface ScoreTableProps {
  caption: string;
  report: HealthReport;
}

/** Each health criterion with its finding for one package and the points it gave. */
export function ScoreTable({ caption, report }: ScoreTableProps) {
  const { judged, met, known } = report;
  return (
    <table className="w-full max-w-prose border-collapse text-table [&_td]:py-2 [&_td]:pl-6 [&_td]:text-right [&_td]:align-top [&_td]:whitespace-nowrap [&_th]:py-2 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-caption text-quiet">
        <tr>
          <th scope="col">Criterion and what was found</th>
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
            <strong className="font-heading">Points known</strong>
            <span className="block text-quiet">What is unknown is left out.</span>
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
        <span className="block wrap-anywhere" dir="ltr">
          {result.text()}
        </span>
        <span className="block text-caption text-quiet">{criterion.why}</span>
      </th>
      <td>
        {points === null ? (
          <span className="text-quiet">
            unknown<span className="block text-caption">left out</span>
          </span>
        ) : (
          <>
            {points} <span className="text-quiet">of {criterion.points}</span>
          </>
        )}
      </td>
    </tr>
  );
}
