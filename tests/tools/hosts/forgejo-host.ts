import { startHost, type Received, type Reply } from './repository-hosts';

/** A repository on the double of Forgejo. `document` is what the API says about it. */
interface ForgejoRecord {
  document: Record<string, unknown> & { full_name: string };
  commits: { sha: string; date: string | null; total: number | undefined } | null;
  release: Record<string, unknown> | null;
  files: Record<string, string>;
}

function record(
  path: string,
  document: Record<string, unknown> = {},
  changes: Partial<ForgejoRecord> = {},
): ForgejoRecord {
  return {
    document: {
      ...{
        id: path.length,
        full_name: path,
        name: path.split('/')[1],
        empty: false,
        private: false,
      },
      ...{ description: `Forms of ${path}`, html_url: `https://codeberg.org/${path}`, website: '' },
      ...{ stars_count: 58, watchers_count: 6, forks_count: 9, default_branch: 'main' },
      ...{ open_issues_count: 4, open_pr_counter: 2, release_counter: 1, has_issues: true },
      ...{ internal_tracker: { enable_time_tracker: true }, has_pull_requests: true },
      ...{ archived: false, archived_at: '1970-01-01T00:00:00Z', fork: false, mirror: false },
      ...{ mirror_interval: '', mirror_updated: '0001-01-01T00:00:00Z' },
      ...{
        topics: ['django', 'forms'],
        licenses: ['MIT'],
        updated_at: '2026-05-02T10:00:00+02:00',
      },
      ...document,
    },
    commits: { sha: 'c4'.repeat(20), date: '2026-05-02T10:00:00+02:00', total: 611 },
    release: {
      ...{
        id: 1,
        tag_name: '3.0',
        name: 'Three',
        body: 'New API.',
        draft: false,
        prerelease: false,
      },
      published_at: '2026-03-04T05:06:07Z',
      html_url: `https://codeberg.org/${path}/releases/tag/3.0`,
    },
    files: { 'setup.py': '', 'README.txt': 'second', 'README.md': '# Readme\n' },
    ...changes,
  };
}

const repositories = [
  record('reef/forms'),
  record('reef/no-licence', { licenses: null }),
  record('reef/two-licences', { licenses: ['MIT', 'Apache-2.0'] }),
  record('reef/empty', { empty: true, topics: [] }, { commits: null, release: null, files: {} }),
  record('reef/no-issues', { has_issues: false, has_pull_requests: false, open_issues_count: 0 }),
  record('reef/other-tracker', {
    external_tracker: { external_tracker_url: 'https://bugs.example' },
  }),
  record('shoal/forms', { fork: true, parent: { full_name: 'reef/forms' }, stars_count: 0 }),
  record('shoal/mirrored', { mirror: true, mirror_interval: '8h0m0s' }),
  record('shoal/New-Name', { stars_count: 99 }),
  record('shoal/archived', { archived: true, archived_at: '2025-01-02T03:04:05Z' }),
  record(
    'shoal/huge',
    {},
    { commits: { sha: 'aa', date: '2026-05-31T00:00:00Z', total: 1_000_001 } },
  ),
  record(
    'shoal/unicode',
    { description: ' Größen — 寸法 🐙 ', topics: ['größe'] },
    { files: { LIESMICH: 'no', 'readme.rst': 'Übersicht\n' } },
  ),
  record(
    'shoal/nulls',
    { description: null, topics: null, licenses: [], default_branch: '' },
    {
      commits: { sha: 'bb', date: null, total: undefined },
      release: {
        tag_name: '1',
        name: '',
        body: null,
        published_at: null,
        html_url: 'https://x.example/1',
      },
      files: {},
    },
  ),
];

const renames = new Map([['shoal/old-name', 'shoal/New-Name']]);

/** Plays codeberg.org, with its API at /api/v1. */
export async function startForgejoHost() {
  return await startHost(answer);
}

const notFound: Reply = {
  status: 404,
  body: { message: 'The target could not be found.', errors: [] },
};

function answer({ url }: Received): Reply {
  const [, path = '', rest = ''] =
    /^\/api\/v1\/repos\/([^/]+\/[^/]+)(.*)$/.exec(url.pathname) ?? [];
  const renamed = renames.get(path.toLowerCase());
  if (renamed !== undefined) {
    return { status: 301, headers: { location: `/api/v1/repos/${renamed}${rest}${url.search}` } };
  }
  const lower = path.toLowerCase();
  const found = repositories.find(({ document }) => document.full_name.toLowerCase() === lower);
  return found ? resource(found, rest) : notFound;
}

function resource({ document, commits, release, files }: ForgejoRecord, rest: string): Reply {
  const file = /^\/raw\/(.+)$/.exec(rest)?.[1];
  if (file !== undefined) {
    const content = files[decodeURIComponent(file)];
    return content === undefined ? notFound : { body: content };
  }
  const answers: Record<string, () => Reply> = {
    '': () => ({ body: document }),
    '/commits': () => commitsOf(commits),
    '/releases/latest': () => (release ? { body: release } : notFound),
    '/contents': () => ({
      body: [
        { name: 'README', path: 'README', type: 'dir', size: 0 },
        ...Object.keys(files).map((name) => ({ name, path: name, type: 'file', size: 1 })),
      ],
    }),
  };
  return answers[rest]?.() ?? notFound;
}

function commitsOf(commits: ForgejoRecord['commits']): Reply {
  if (!commits) return { status: 409, body: { message: 'Git Repository is empty.' } };
  const { sha, date, total } = commits;
  return {
    headers: total === undefined ? {} : { 'x-total-count': String(total), 'x-hasmore': 'true' },
    body: [{ sha, author: null, commit: { message: 'Change', committer: { name: 'Tove', date } } }],
  };
}
