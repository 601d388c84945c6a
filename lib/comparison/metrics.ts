import { licenseText } from '@/lib/package/licenses';
import { webAddress } from '@/lib/text/links';
import type { Metric, MetricGroup } from './metric';

const alive: Metric[] = [
  {
    key: 'health',
    label: 'Health',
    description: 'How alive, open and kept up to date it is, from 0 to 100.',
    better: 'higher',
    read: (it) => ({
      kind: 'count',
      value: it.health,
      asOf: it.healthAt,
      asOfPrecision: 'time',
    }),
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
    label: 'Newest release',
    description: 'The newest version and when it came out.',
    better: 'higher',
    read: (it) => ({
      kind: 'age',
      value: it.lastReleaseAt,
      precision: it.lastReleasePrecision,
      note: it.lastReleaseNumber,
      // PyPI versions are newer than the repository data, so no single day applies to both.
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
      // For API clients, an empty list means never counted.
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
    read: (it) => ({
      kind: 'words',
      value: it.requiresPython === '' ? null : it.requiresPython,
      asOf: it.snapshotAt,
    }),
  },
  {
    key: 'licence',
    label: 'Licence',
    description: 'Its licence, by SPDX, as its repository has it.',
    read: (it) => ({ kind: 'words', value: licenseText(it.licence), asOf: it.snapshotAt }),
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

/** The figures of a comparison, grouped and ordered as in the table. */
export const metricGroups: MetricGroup[] = [
  { title: 'Is it alive?', metrics: alive },
  { title: 'Is it used?', metrics: used },
  { title: 'Will it fit?', metrics: fits },
];
