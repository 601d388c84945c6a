import { Age } from '@/components/text/age';
import type { ListedPackage } from '@/db/queries/packages';
import type { Clock } from '@/lib/time';

interface PackageBriefsProps {
  packages: ListedPackage[];
  /** Which date to show. */
  fact: 'release' | 'commit';
  clock: Clock;
}

const times = { release: 'lastReleaseAt', commit: 'lastCommitAt' } as const;

/** A short list of packages with the date they are listed for. */
export function PackageBriefs({ packages, fact, clock }: PackageBriefsProps) {
  return (
    <ul className="text-table">
      {packages.map((pkg) => (
        <li key={pkg.slug} className="border-b border-line py-2">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>
              <a href={`/packages/p/${pkg.slug}/`} className="font-heading" dir="auto">
                {pkg.title}
              </a>
              {fact === 'release' && pkg.lastReleaseNumber !== null && (
                <bdi className="font-mono text-caption text-quiet"> {pkg.lastReleaseNumber}</bdi>
              )}
            </span>
            <span className="text-caption text-quiet">
              <Age
                time={pkg[times[fact]]}
                precision={fact === 'release' ? pkg.lastReleasePrecision : 'time'}
                clock={clock}
              />
            </span>
          </span>
          <span className="block text-caption text-quiet" dir="auto">
            {pkg.description}
          </span>
        </li>
      ))}
    </ul>
  );
}
