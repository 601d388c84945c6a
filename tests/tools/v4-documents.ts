/** Documents of a fictional host, for tests to modify. */

export const category = {
  id: 1,
  title: 'App',
  slug: 'apps',
  description: 'Small.',
  title_plural: 'Apps',
  show_pypi: true,
  created: '2010-08-14T22:47:52-04:00',
  modified: '2010-08-14T22:47:52-04:00',
};

/** As returned by a host that does not support facts. */
export const plainPackage = {
  category: 'https://example.org/api/v4/categories/1/',
  grids: [],
  id: 9001,
  title: 'Acme',
  slug: 'acme',
  last_updated: '2026-05-06T07:25:10-04:00',
  last_fetched: '2026-11-20T07:25:10-04:00',
  repo_url: 'https://github.com/acme/acme',
  pypi_version: '1.0',
  created: '2015-05-06T07:25:10-04:00',
  modified: '2016-05-06T07:25:10.123456-04:00',
  repo_forks: 3,
  repo_description: 'Rockets.',
  pypi_url: '',
  documentation_url: null,
  repo_watchers: 812,
  commits_over_52: [],
  participants: ['wile'],
};

/** The facts of a package of which little is known. */
export const facts = {
  repo_watchers: 812,
  repo_forks: 3,
  repo_figures_date: null,
  repo_figures_source: null,
  commits_over_52: null,
  commits_date: null,
  commit_count: null,
  figures_source: null,
  pypi_name: null,
  pypi_download_rank: null,
  requires_python: null,
  licence: null,
  development_status: null,
  python_versions: null,
  django_versions: null,
  snapshot_commit: null,
  snapshot_date: null,
  usage_count: null,
  usage_date: null,
  deprecated: false,
  deprecated_date: null,
  archived: false,
  archived_date: null,
  status_source: null,
  replaced_by: null,
  replacement_url: null,
  releases: [],
  examples: [],
  former_slugs: [],
};

/** As returned by a Packgrid, with some keys and facts overridden. */
export function withFacts(keys: object, changed: object) {
  return { ...plainPackage, pypi_version: null, ...keys, facts: { ...facts, ...changed } };
}

/** A release in the facts of a package. */
export function release(id: number, number: string, date: string | null) {
  return { id, number, date, precision: 'time', source: 'pypi', hidden: false };
}

const at = { created: category.created, modified: category.created };

export const grid = {
  id: 5,
  title: 'Rockets',
  slug: 'rockets',
  description: '',
  is_locked: false,
  packages: [],
  header: false,
  ...at,
  facts: {
    memberships: [{ id: 1, package: 9001, created: category.created }],
    features: [{ id: 1, title: 'Flies', description: '', ...at }],
    cells: [{ id: 1, feature: 1, package: 9001, text: 'yes', evidence: '', ...at }],
    former_slugs: [],
  },
};
