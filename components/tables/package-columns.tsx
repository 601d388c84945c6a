import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { HealthMark } from '@/components/text/health-mark';
import type { Package } from '@/db/schema';
import type { Clock, Micros } from '@/lib/time';
import type { Column } from './package-table';

/** Classes of columns that narrower screens hide. */
export const FROM_SMALL = 'max-sm:hidden';
export const FROM_MEDIUM = 'max-md:hidden';
export const FROM_LARGE = 'max-xl:hidden';

/** The category, as a link. */
export const categoryColumn = {
  head: 'Category',
  start: 'category',
  cell: ({ category }) => (
    <a href={`/categories/${category.slug}/`} className="text-ink" dir="auto">
      {category.title}
    </a>
  ),
} satisfies Column<{ category: { slug: string; title: string } }>;

export const healthColumn = {
  head: 'Health',
  start: '-health',
  className: FROM_MEDIUM,
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
    cell: ({ stars, starsAt }) => (
      <>
        <Count value={stars} />
        {stars !== null && <StaleSince asOf={starsAt} clock={clock} />}
      </>
    ),
  }) satisfies Column<Starred>;

export const releaseColumn = (clock: Clock) =>
  ({
    head: 'Newest release',
    start: '-last_released',
    className: FROM_MEDIUM,
    cell: ({ lastReleaseAt, lastReleasePrecision }) => (
      <Age time={lastReleaseAt} precision={lastReleasePrecision} clock={clock} />
    ),
  }) satisfies Column<Pick<Package, 'lastReleaseAt' | 'lastReleasePrecision'>>;
