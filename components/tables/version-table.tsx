import { Day } from '@/components/text/age';
import type { ListedVersion } from '@/db/queries/versions';
import type { Clock } from '@/lib/time';
import { isFinal, isReadable } from '@/lib/package/versions';

interface VersionTableProps {
  caption: string;
  versions: ListedVersion[];
  /** Version number of the newest release, which is marked; null if there is none. */
  newest: string | null;
  clock: Clock;
}

const sources = { tag: 'Git tag', pypi: 'PyPI' };

/** Releases of a package, highest version first. */
export function VersionTable({ caption, versions, newest, clock }: VersionTableProps) {
  return (
    <table className="w-full border-collapse text-table [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pl-2 sm:[&_td]:pl-4 [&_th]:border-b [&_th]:border-line [&_th]:py-1.5 [&_th]:text-left [&_th]:font-normal">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-caption text-quiet [&_th:not(:first-child)]:pl-2 sm:[&_th:not(:first-child)]:pl-4">
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Released</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((it) => (
          <tr key={it.id}>
            <th scope="row" className="font-mono">
              <bdi>{it.number}</bdi>
              <Remark text={remarkOn(it.number, newest)} />
            </th>
            <td>
              <Day time={it.releasedAt} clock={clock} precision={it.datePrecision} />
            </td>
            <td className="text-quiet">{sources[it.source]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Remark = ({ text }: { text: string }) =>
  text === '' ? null : <span className="font-sans text-caption text-quiet">{text}</span>;

/** Marks the newest release, pre-releases and invalid versions. */
function remarkOn(number: string, newest: string | null): string {
  const mark = number === newest ? ' newest' : '';
  if (isFinal(number)) return mark;
  return mark + (isReadable(number) ? ' pre-release' : ' not a valid version');
}
