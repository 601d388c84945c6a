import { ReleaseTimeline } from '@/components/charts/release-timeline';
import { VersionTable } from '@/components/tables/version-table';
import type { ListedVersion } from '@/db/queries/versions';
import type { Clock } from '@/lib/time';
import { countOf } from '@/lib/text/wording';
import { MoreRows } from './more-rows';

interface ReleasesProps {
  slug: string;
  /** Newest version first. */
  versions: ListedVersion[];
  /** Version number of the newest release; null if there is none. */
  newest: string | null;
  clock: Clock;
}

/** Number of releases beside the timeline; the others are collapsed. */
const SHOWN = 5;

/** Maximum number of releases in all; the API lists all of them. */
const MOST_ROWS = 100;

/** The releases of a package: the newest beside a timeline of all of them, then the older ones. */
export function Releases({ slug, versions, newest, clock }: ReleasesProps) {
  const older = versions.slice(SHOWN, MOST_ROWS);
  const times = versions.flatMap(({ releasedAt }) => releasedAt ?? []);
  return (
    <>
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2 md:items-start">
        <VersionTable
          caption="Newest releases"
          versions={versions.slice(0, SHOWN)}
          newest={newest}
          clock={clock}
        />
        <ReleaseTimeline times={times} now={clock.now} />
      </div>
      {older.length > 0 && (
        <details className="mt-2 text-table">
          <summary className="py-1 text-quiet">{countOf(older.length, 'older release')}</summary>
          <VersionTable caption="Older releases" versions={older} newest={newest} clock={clock} />
          <MoreRows
            which="newest"
            noun="releases"
            shown={MOST_ROWS}
            total={versions.length}
            href={`/api/v4/packages/${slug}/versions/`}
          />
        </details>
      )}
    </>
  );
}
