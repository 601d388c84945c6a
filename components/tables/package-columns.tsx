import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { HealthMark } from '@/components/text/health-mark';
import { Unknown } from '@/components/text/unknown';
import type { Package } from '@/db/schema';
import { countOf, describeMonth } from '@/lib/text/wording';
import { DAY_ZONE, isStale, type Clock, type Micros } from '@/lib/time';
import type { Column } from './package-table';

/** Classes of columns that narrower screens hide. */
export const FROM_SMALL = 'max-sm:hidden';
export const FROM_MEDIUM = 'max-md:hidden';
export const FROM_LARGE = 'max-lg:hidden';

export const healthColumn = {
  head: 'Health',
  start: '-health',
  cell: ({ health }) => <HealthMark health={health} />,
} satisfies Column<Pick<Package, 'health'>>;

interface Starred {
  stars: number | null;
  /** When the stars were counted. */
  starsAt: Micros | null;
}

export const starsColumn = (clock: Clock) =>
  ({
    head: 'Stars',
    start: '-repo_watchers',
    className: FROM_SMALL,
    cell: ({ stars, starsAt }) => (
      <>
        <Count value={stars} />
        {stars !== null && <StaleSince asOf={starsAt} clock={clock} />}
      </>
    ),
  }) satisfies Column<Starred>;

type Released = Pick<Package, 'lastReleaseNumber' | 'lastReleaseAt' | 'lastReleasePrecision'>;

/** The newest version, and its age below. */
export const releaseColumn = (clock: Clock) =>
  ({
    head: 'Newest release',
    start: '-last_released',
    className: FROM_MEDIUM,
    cell: (row) => <Release row={row} clock={clock} />,
  }) satisfies Column<Released>;

function Release({ row, clock }: { row: Released; clock: Clock }) {
  const { lastReleaseNumber, lastReleaseAt, lastReleasePrecision } = row;
  if (lastReleaseNumber === null && lastReleaseAt === null) return <Unknown />;
  const age = lastReleaseAt !== null && (
    <Age time={lastReleaseAt} precision={lastReleasePrecision} clock={clock} />
  );
  if (lastReleaseNumber === null) return age;
  return (
    <>
      <bdi className="inline-block max-w-36 font-mono text-caption wrap-anywhere whitespace-normal">
        {lastReleaseNumber}
      </bdi>
      {age !== false && <small>{age}</small>}
    </>
  );
}

/** Stars and the age of the newest release as text, for screens too narrow for their columns. */
export function NarrowFigures({ row, clock }: { row: Released & Starred; clock: Clock }) {
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-2 text-caption text-quiet md:hidden">
      <span className="whitespace-nowrap sm:hidden">
        {row.stars === null ? 'stars unknown' : countOf(row.stars, 'star')}
        {row.stars !== null &&
          isStale(row.starsAt, clock) &&
          ` (${describeMonth(row.starsAt, DAY_ZONE)})`}
      </span>
      <span className="whitespace-nowrap">
        {row.lastReleaseAt === null ? (
          'release unknown'
        ) : (
          <>
            released{' '}
            <Age time={row.lastReleaseAt} precision={row.lastReleasePrecision} clock={clock} />
          </>
        )}
      </span>
    </span>
  );
}
