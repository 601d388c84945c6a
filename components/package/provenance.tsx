import { Day } from '@/components/text/age';
import type { PackageDetail } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';

interface ProvenanceProps {
  it: PackageDetail['package'];
  clock: Clock;
}

/** As of when each group of figures is, and from where. */
export function Provenance({ it, clock }: ProvenanceProps) {
  const rows = [
    { what: 'Stars and forks', time: it.repoFiguresAt, from: it.repoFiguresSource },
    { what: 'Commits and contributors', time: it.commitsAsOf, from: it.figuresFrom },
    { what: 'Licence and versions', time: it.snapshotAt, from: snapshotName(it.snapshotCommit) },
    { what: 'Last fetched', time: it.lastFetchedAt, from: null },
  ].filter(({ time }) => time !== null);

  if (rows.length === 0) return <p>No figures have been collected for this package yet.</p>;
  return (
    <ul className="text-table">
      {rows.map(({ what, time, from }) => (
        <li key={what}>
          {what}: <Day time={time} clock={clock} />
          {from !== null && <span className="text-quiet">, from {from}</span>}
        </li>
      ))}
    </ul>
  );
}

function snapshotName(commit: string | null): string | null {
  return commit === null ? null : `commit ${commit.slice(0, 10)}`;
}
