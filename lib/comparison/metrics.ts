import { webAddress } from '@/lib/links';
import type { Micros, Precision } from '@/lib/time';
import type { Fact, FactGroup } from './fact';

/** What a comparison knows of a package; null is unknown. */
export interface ComparedPackage {
  id: number;
  slug: string;
  title: string;
  description: string;
  isDeprecated: boolean;
  isArchived: boolean;
  /** 0 to 100, as it was judged at `healthAt`. */
  health: number | null;
  healthAt: Micros | null;
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
  commitCount: number | null;
  developmentStatus: number | null;
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
  requiresPython: string | null;
  licence: string | null;
  documentationUrl: string | null;
  /** When status, versions and licence were read from the repository. */
  snapshotAt: Micros | null;
}

const alive: Fact[] = [
  {
    key: 'health',
    label: 'Health',
    description: 'How alive, open and kept up to date it is, from 0 to 100.',
    better: 'higher',
    read: (it) => ({ kind: 'count', value: it.health, asOf: it.healthAt }),
  },
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
    read: (it) => ({
      kind: 'weeks',
      // The API's clients know an empty list for what was never counted.
      value: it.commitsOver52?.length === 0 ? null : it.commitsOver52,
      asOf: it.commitsAsOf,
    }),
  },
  {
    key: 'commit_count',
    label: 'Commits in all',
    description: 'Commits since the project began.',
    better: 'higher',
    read: (it) => ({ kind: 'count', value: it.commitCount, asOf: it.commitsAsOf }),
  },
  {
    key: 'development_status',
    label: 'Development status',
    description: 'What its trove classifier says.',
    read: (it) => ({
      kind: 'status',
      value: it.developmentStatus,
      asOf: it.snapshotAt,
    }),
  },
];

const used: Fact[] = [
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

const fits: Fact[] = [
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
    read: (it) => ({
      kind: 'words',
      value: it.requiresPython === '' ? null : it.requiresPython,
      asOf: it.snapshotAt,
    }),
  },
  {
    key: 'licence',
    label: 'Licence',
    description: 'SPDX name of the licence file in its repository.',
    read: (it) => ({ kind: 'words', value: it.licence, asOf: it.snapshotAt }),
  },
  {
    key: 'documentation_url',
    label: 'Documentation',
    description: 'Where its documentation is read.',
    read: (it) => ({
      kind: 'link',
      value: webAddress(it.documentationUrl) ?? null,
      asOf: null,
    }),
  },
];

/** The figures of a comparison, in the order and under the questions in which the table shows them. */
export const metricGroups: FactGroup[] = [
  { title: 'Is it alive?', facts: alive },
  { title: 'Is it used?', facts: used },
  { title: 'Will it fit?', facts: fits },
];
