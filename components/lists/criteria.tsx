import type { Criterion } from '@/lib/scoring/health';

/** The criteria of the health score: why each matters, and how many points each gives for what. */
export function Criteria({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <table className="w-full max-w-prose border-collapse text-table [&_td]:py-2 [&_td]:pl-6 [&_td]:text-right [&_td]:align-top [&_th]:py-2 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
      <caption className="sr-only">Health criteria</caption>
      <thead className="text-caption text-quiet">
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col" className="text-right!">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ key, name, why, points, levels }) => (
          <tr key={key}>
            <th scope="row">
              <span className="font-heading">{name}</span>
              <span className="block text-quiet">{why}</span>
              <span className="mt-1 block text-caption">
                {levels.map(({ share, when }) => (
                  <span key={when} className="block pl-7 -indent-7">
                    <span className="inline-block w-7 indent-0 tabular">
                      {Math.round(share * points)}
                    </span>
                    {when}
                  </span>
                ))}
              </span>
            </th>
            <td>{points}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="font-heading!">
            Total
          </th>
          <td className="font-heading">{criteria.reduce((sum, { points }) => sum + points, 0)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
