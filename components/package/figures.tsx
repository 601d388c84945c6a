import type { ReactNode } from 'react';
import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import type { PackageDetail } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';
import { formatCount } from '@/lib/text/wording';

interface FiguresProps {
  it: PackageDetail['package'];
  clock: Clock;
}

/** The key figures of a package, those over a year old with their date. */
export function Figures({ it, clock }: FiguresProps) {
  const commits = it.commitsOver52?.reduce((sum, count) => sum + count, 0) ?? null;
  const figures = [it.repoWatchers, it.pypiDownloadRank, it.lastCommitAt, it.lastReleaseNumber];
  if (figures.every((figure) => figure === null) && commits === null && !it.participants.length) {
    return <p className="my-6 border-y border-line py-4 text-quiet">No figures yet.</p>;
  }
  const commitsAsOf = <StaleSince asOf={it.commitsAsOf} clock={clock} />;
  return (
    <dl className="my-6 grid grid-cols-2 gap-x-3 gap-y-4 border-y border-line py-4 sm:grid-cols-3 lg:grid-cols-6">
      <Figure label="Stars">
        <Count value={it.repoWatchers} />
        {it.repoWatchers !== null && <StaleSince asOf={it.repoFiguresAt} clock={clock} />}
      </Figure>
      <Figure label="Downloads">
        {it.pypiDownloadRank === null ? (
          <Count value={null} />
        ) : (
          <>
            #{formatCount(it.pypiDownloadRank)}
            <small> on PyPI</small>
          </>
        )}
      </Figure>
      <Figure label="Last commit">
        <Age time={it.lastCommitAt} precision="time" clock={clock} />
        {it.lastCommitAt !== null && (
          <StaleSince asOf={it.commitsAsOf} clock={clock} word="as of" />
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
      <Figure label="Commits in 52 weeks">
        <Count value={commits} />
        {commits !== null && commitsAsOf}
      </Figure>
      <Figure label="Contributors">
        <Count value={it.participants.length === 0 ? null : it.participants.length} />
        {it.participants.length > 0 && commitsAsOf}
      </Figure>
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-caption text-quiet">{label}</dt>
      <dd className="text-lead font-heading tracking-heading tabular [&_small]:tracking-normal">
        {children}
      </dd>
    </div>
  );
}
