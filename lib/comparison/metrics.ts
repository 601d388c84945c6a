import { licenseText } from '@/lib/package/licenses';
import { webAddress } from '@/lib/text/links';
import type { Metric, MetricGroup } from './metric';

const alive: Metric[] = [
  {
    key: 'health',
    label: 'Health',
    description: 'How well it is maintained, from 0 to 100.',
    better: 'higher',
    read: (pkg) => ({
      kind: 'health',
      value: pkg.health,
      asOf: pkg.healthAt,
    }),
  },
  {
    key: 'last_commit',
    label: 'Last commit',
    description: 'Date of the last commit.',
    better: 'higher',
    read: (pkg) => ({
      kind: 'age',
      value: pkg.lastCommitAt,
      precision: 'time',
      asOf: pkg.commitsAsOf,
    }),
  },
  {
    key: 'last_release',
    label: 'Newest release',
    description: 'The newest version and its release date.',
    better: 'higher',
    read: (pkg) => ({
      kind: 'age',
      value: pkg.lastReleaseAt,
      precision: pkg.lastReleasePrecision,
      note: pkg.lastReleaseNumber,
      // PyPI versions are newer than the repository data, so no single day applies to both.
      asOf: null,
    }),
  },
  {
    key: 'commits_over_52',
    label: 'Commits in 52 weeks',
    description: 'Commits in each of the 52 weeks before the last check.',
    better: 'higher',
    read: (pkg) => ({
      kind: 'weeks',
      // For API clients, an empty list means never counted.
      value: pkg.commitsOver52?.length === 0 ? null : pkg.commitsOver52,
      asOf: pkg.commitsAsOf,
    }),
  },
  {
    key: 'commit_count',
    label: 'Total commits',
    description: 'Commits since the project began.',
    better: 'higher',
    read: (pkg) => ({ kind: 'count', value: pkg.commitCount, asOf: pkg.commitsAsOf }),
  },
  {
    key: 'development_status',
    label: 'Development status',
    description: 'As declared in its classifiers.',
    read: (pkg) => ({
      kind: 'status',
      value: pkg.developmentStatus,
      asOf: pkg.snapshotAt,
    }),
  },
];

const used: Metric[] = [
  {
    key: 'repo_watchers',
    label: 'Stars',
    description: 'Stars on its repository host.',
    better: 'higher',
    hasBar: true,
    read: (pkg) => ({ kind: 'count', value: pkg.stars, asOf: pkg.starsAt }),
  },
  {
    key: 'repo_forks',
    label: 'Forks',
    description: 'Forks on its repository host.',
    better: 'higher',
    read: (pkg) => ({ kind: 'count', value: pkg.forks, asOf: pkg.starsAt }),
  },
  {
    key: 'usage_count',
    label: 'Used by',
    description: 'Users here and on djangopackages.org.',
    better: 'higher',
    read: (pkg) => ({ kind: 'count', value: pkg.usageCount, asOf: pkg.usageCountedAt }),
  },
  {
    key: 'pypi_downloads',
    label: 'Download rank',
    description: 'Rank by downloads among PyPI packages; date unknown.',
    better: 'lower',
    read: (pkg) => ({ kind: 'rank', value: pkg.downloadRank, asOf: null }),
  },
];

const fits: Metric[] = [
  {
    key: 'django',
    label: 'Django',
    description: 'Django versions declared in its classifiers.',
    read: (pkg) => ({ kind: 'list', value: pkg.djangoVersions, asOf: pkg.snapshotAt }),
  },
  {
    key: 'python',
    label: 'Python',
    description: 'Python versions declared in its classifiers.',
    read: (pkg) => ({ kind: 'list', value: pkg.pythonVersions, asOf: pkg.snapshotAt }),
  },
  {
    key: 'requires_python',
    label: 'Requires Python',
    description: 'Python versions that it requires.',
    read: (pkg) => ({
      kind: 'words',
      value: pkg.requiresPython === '' ? null : pkg.requiresPython,
      asOf: pkg.snapshotAt,
    }),
  },
  {
    key: 'licence',
    label: 'Licence',
    description: 'SPDX identifier of the licence in its repository.',
    read: (pkg) => ({ kind: 'words', value: licenseText(pkg.licence), asOf: pkg.snapshotAt }),
  },
  {
    key: 'documentation_url',
    label: 'Documentation',
    description: 'Link to its documentation.',
    read: (pkg) => ({
      kind: 'link',
      value: webAddress(pkg.documentationUrl) ?? null,
      asOf: null,
    }),
  },
];

/** The figures of a comparison, grouped and ordered as in the table. */
export const metricGroups: MetricGroup[] = [
  { title: 'Is it alive?', name: 'Alive', metrics: alive },
  { title: 'Is it used?', name: 'Used', metrics: used },
  { title: 'Will it fit?', name: 'Fit', metrics: fits },
];

/** The keys of all metrics. */
export const metricKeys = metricGroups.flatMap(({ metrics }) => metrics.map(({ key }) => key));
