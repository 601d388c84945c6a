import type { ReactNode } from 'react';
import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import type { PackageDetail } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import { countOf } from '@/lib/text/wording';

interface FiguresProps {
  detail: PackageDetail;
  gridCount: number;
  clock: Clock;
}

/** The six key figures of a package. */
export function Figures({ detail, gridCount, clock }: FiguresProps) {
  const { package: it } = detail;
  const commits = it.commitsOver52?.reduce((sum, count) => sum + count, 0) ?? null;
  return (
    <dl className="my-6 grid grid-cols-2 gap-y-4 border-y border-line py-4 sm:grid-cols-3 lg:grid-cols-6">
      <Figure label="Stars">
        <Count value={it.repoWatchers} />
        {it.repoWatchers !== null && <StaleSince asOf={it.repoFiguresAt} clock={clock} />}
      </Figure>
      <Figure label="Forks">
        <Count value={it.repoForks} />
        {it.repoForks !== null && <StaleSince asOf={it.repoFiguresAt} clock={clock} />}
      </Figure>
      <Figure label="Last commit">
        <Age time={it.lastCommitAt} precision="time" clock={clock} />
        {it.lastCommitAt !== null && (
          <StaleSince asOf={it.commitsAsOf} clock={clock} word="read in" />
        )}
      </Figure>
      <Figure label="Newest release">
        {(it.lastReleaseNumber === null || it.lastReleaseAt !== null) && (
          <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
        )}
        {it.lastReleaseNumber !== null && (
          <small
            className="font-mono whitespace-normal"
            dir="auto"
          >{` ${it.lastReleaseNumber}`}</small>
        )}
      </Figure>
      <Figure label="Commits a year">
        <Count value={commits} />
        {commits !== null && <StaleSince asOf={it.commitsAsOf} clock={clock} />}
      </Figure>
      <Figure label="Compared in">{countOf(gridCount, 'grid')}</Figure>
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="pr-4">
      <dt className="text-caption text-quiet">{label}</dt>
      <dd className="font-heading tabular-nums">{children}</dd>
    </div>
  );
}
