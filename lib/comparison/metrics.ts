import { developmentStatusName } from '@/lib/development-status';
import { MICROS_PER_DAY, type Micros, type Precision } from '@/lib/time';

/** What a comparison knows of a package; null is unknown. */
export interface ComparedPackage {
  id: number;
  slug: string;
  title: string;
  description: string;
  isDeprecated: boolean;
  isArchived: boolean;
  stars: number | null;
  forks: number | null;
  starsAt: Micros | null;
  usageCount: number | null;
  usageCountedAt: Micros | null;
  downloadRank: number | null;
  lastCommitAt: Micros | null;
  /** The newest release that is no pre-release. */
  lastReleaseNumber: string | null;
  lastReleaseAt: Micros | null;
  lastReleasePrecision: Precision;
  commitsOver52: number[] | null;
  commitsAsOf: Micros | null;
  developmentStatus: number | null;
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
  requiresPython: string | null;
  licence: string | null;
  /** When status, versions and licence were read from the repository. */
  snapshotAt: Micros | null;
}

/** A value of a metric; `asOf` is the day on which it was read, null where that is unknown. */
export type MetricValue =
  | { kind: 'count'; value: number | null; asOf: Micros | null }
  | { kind: 'rank'; value: number | null; asOf: null }
  | {
      kind: 'age';
      value: Micros | null;
      precision: Precision;
      note?: string | null;
      asOf: Micros | null;
    }
  | { kind: 'words'; value: string | null; asOf: Micros | null }
  | { kind: 'list'; value: string[] | null; asOf: Micros | null }
  | { kind: 'weeks'; value: number[] | null; asOf: Micros | null };

export interface Metric {
  key: string;
  label: string;
  /** What the figure means and where it comes from, in a sentence. */
  description: string;
  better?: 'higher' | 'lower';
  read: (it: ComparedPackage) => MetricValue;
}

export interface MetricGroup {
  title: string;
  metrics: Metric[];
}

const alive: Metric[] = [
  {
    key: 'last_commit',
    label: 'Last commit',
    description: 'When the repository last changed.',
    better: 'higher',
    read: (it) => ({
      kind: 'age',
      value: it.lastCommitAt,
      precision: 'time',
      asOf: it.commitsAsOf,
    }),
  },
  {
    key: 'last_release',
    label: 'Last release',
    description: 'The newest version and when it came out.',
    better: 'higher',
    read: (it) => ({
      kind: 'age',
      value: it.lastReleaseAt,
      precision: it.lastReleasePrecision,
      note: it.lastReleaseNumber,
      // Versions on PyPI are newer than the reading of the repository, so no one day stands for both.
      asOf: null,
    }),
  },
  {
    key: 'commits_over_52',
    label: 'Commits in 52 weeks',
    description: 'Commits in each of the 52 weeks before the repository was last read.',
    better: 'higher',
    read: (it) => ({ kind: 'weeks', value: it.commitsOver52, asOf: it.commitsAsOf }),
  },
  {
    key: 'development_status',
    label: 'Development status',
    description: 'What its trove classifier says.',
    read: (it) => ({
      kind: 'words',
      value: developmentStatusName(it.developmentStatus) ?? null,
      asOf: it.snapshotAt,
    }),
  },
];

const used: Metric[] = [
  {
    key: 'repo_watchers',
    label: 'Stars',
    description: 'Stars at the repository host.',
    better: 'higher',
    read: (it) => ({ kind: 'count', value: it.stars, asOf: it.starsAt }),
  },
  {
    key: 'repo_forks',
    label: 'Forks',
    description: 'Forks at the repository host.',
    better: 'higher',
    read: (it) => ({ kind: 'count', value: it.forks, asOf: it.starsAt }),
  },
  {
    key: 'usage_count',
    label: 'Used by',
    description: 'People who said on djangopackages.org that they use it.',
    better: 'higher',
    read: (it) => ({ kind: 'count', value: it.usageCount, asOf: it.usageCountedAt }),
  },
  {
    key: 'pypi_downloads',
    label: 'Download rank',
    description: 'Place among all packages of PyPI by downloads; the day of the count is unknown.',
    better: 'lower',
    read: (it) => ({ kind: 'rank', value: it.downloadRank, asOf: null }),
  },
];

const fits: Metric[] = [
  {
    key: 'django',
    label: 'Django',
    description: 'Django releases that its trove classifiers name.',
    read: (it) => ({ kind: 'list', value: it.djangoVersions, asOf: it.snapshotAt }),
  },
  {
    key: 'python',
    label: 'Python',
    description: 'Python releases that its trove classifiers name.',
    read: (it) => ({ kind: 'list', value: it.pythonVersions, asOf: it.snapshotAt }),
  },
  {
    key: 'requires_python',
    label: 'Requires Python',
    description: 'What its package metadata asks for.',
    read: (it) => ({ kind: 'words', value: it.requiresPython, asOf: it.snapshotAt }),
  },
  {
    key: 'licence',
    label: 'Licence',
    description: 'SPDX name of the licence file in its repository.',
    read: (it) => ({ kind: 'words', value: it.licence, asOf: it.snapshotAt }),
  },
];

/** The figures of a comparison, in the order and under the questions in which the table shows them. */
export const metricGroups: MetricGroup[] = [
  { title: 'Is it alive?', metrics: alive },
  { title: 'Is it used?', metrics: used },
  { title: 'Will it fit?', metrics: fits },
];

/** The value that a metric ranks by; null where it is unknown or the metric ranks nothing. */
export function comparable(value: MetricValue): number | null {
  switch (value.kind) {
    case 'count':
    case 'rank':
    case 'age':
      return value.value;
    case 'weeks':
      return value.value && value.value.reduce((sum, commits) => sum + commits, 0);
    default:
      return null;
  }
}

/** Figures read further apart than this say nothing of each other. */
const MOST_APART = 365 * MICROS_PER_DAY;

/**
 * The best value in a row, or undefined where fewer than two are known, all known ones are equal, or they were read at times too
 * far apart to be held against each other.
 */
export function bestOf(metric: Metric, values: MetricValue[]): number | undefined {
  const ranked = values.filter((value) => comparable(value) !== null);
  if (metric.better === undefined || ranked.length < 2) return undefined;

  const read = ranked.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  if (Math.max(...read) - Math.min(...read) > MOST_APART) return undefined;

  const known = ranked.map(comparable).filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (least === most) return undefined;
  return metric.better === 'higher' ? most : least;
}
