import { Age, Day } from '@/components/text/age';
import type { ListedVersion } from '@/db/queries/versions';
import type { Clock } from '@/lib/time';
import { isPreRelease } from '@/lib/versions';

interface VersionTableProps {
  versions: ListedVersion[];
  clock: Clock;
}

const sources = { tag: 'version tag', pypi: 'PyPI' };

/** The known releases of a package, newest first. */
export function VersionTable({ versions, clock }: VersionTableProps) {
  return (
    <table className="w-full max-w-prose border-collapse text-table [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pl-2 sm:[&_td]:pl-4 [&_th]:border-b [&_th]:border-line [&_th]:py-1.5 [&_th]:text-left [&_th]:font-normal">
      <caption className="sr-only">Releases, newest first</caption>
      <thead className="text-caption text-quiet [&_th:not(:first-child)]:pl-2 sm:[&_th:not(:first-child)]:pl-4">
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Released</th>
          <th scope="col">Age</th>
          <th scope="col">Known from</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((it) => (
          <tr key={it.id}>
            <th scope="row" className="font-mono">
              {it.number}
              {isPreRelease(it.number) && (
                <span className="font-sans text-caption text-quiet"> pre-release</span>
              )}
            </th>
            <td>
              <Day time={it.releasedAt} clock={clock} precision={it.datePrecision} />
            </td>
            <td>
              <Age time={it.releasedAt} precision={it.datePrecision} clock={clock} />
            </td>
            <td className="text-quiet">{sources[it.source]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
