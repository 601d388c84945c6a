import { Day } from '@/components/text/age';
import type { PackageDetail } from '@/db/queries/packages';
import { sourceName } from '@/lib/package/source-names';
import { webAddress } from '@/lib/text/links';
import type { Clock, Micros, Precision } from '@/lib/time';

interface ProvenanceProps {
  it: PackageDetail['package'];
  clock: Clock;
}

interface Origin {
  what: string;
  time: Micros | null;
  precision: Precision;
  from: string | undefined;
}

function originsOf(pkg: PackageDetail['package']): Origin[] {
  const from = (key: string | null) => (key === null ? undefined : sourceName(key));
  const commit = pkg.snapshotCommit?.slice(0, 10);
  const origins: Origin[] = [
    {
      what: 'Stars and forks',
      time: pkg.repoFiguresAt,
      precision: 'day',
      from: from(pkg.repoFiguresSource),
    },
    {
      what: 'Commits and contributors',
      time: pkg.commitsAsOf,
      precision: 'day',
      from: from(pkg.figuresFrom),
    },
    {
      what: 'Licence, status and versions',
      time: pkg.snapshotAt,
      precision: 'day',
      from: commit === undefined ? undefined : `its repository at commit ${commit}`,
    },
    { what: 'Last fetched', time: pkg.lastFetchedAt, precision: 'time', from: undefined },
  ];
  return origins.filter(({ time }) => time !== null);
}

/** Date and source of each group of figures. */
export function Provenance({ it, clock }: ProvenanceProps) {
  const origins = originsOf(it);
  return (
    <ul className="text-table">
      {origins.map(({ what, time, precision, from }) => (
        <li key={what}>
          {what}: <Day time={time} precision={precision} clock={clock} />
          {from !== undefined && (
            <span className="text-quiet">
              , from <bdi>{from}</bdi>
            </span>
          )}
        </li>
      ))}
      {it.pypiDownloadRank !== null && <li>Download rank: from PyPI, date unknown</li>}
      {it.statusSource !== null && (
        <li>
          Deprecation: from <Source text={it.statusSource} />
        </li>
      )}
      {origins.length === 0 && <li>No figures yet.</li>}
    </ul>
  );
}

/** Where a status is announced: a link, or a text if it isn't an address. */
function Source({ text }: { text: string }) {
  const href = webAddress(text);
  if (href === undefined) return <bdi>{text}</bdi>;
  return (
    <a href={href} rel="nofollow" className="underline" dir="auto">
      {text}
    </a>
  );
}
