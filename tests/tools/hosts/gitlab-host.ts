import { startHost, type Received, type Reply } from './repository-hosts';

/** A project on the double of GitLab. `document` is what the API says about it. */
interface GitlabRecord {
  document: Record<string, unknown> & { id: number; path_with_namespace: string };
  commits: { id: string; date: string; total: number } | null;
  mergeRequests: number | 'too many';
  releases: Record<string, unknown>[];
  files: Record<string, string>;
}

let lastId = 500;

function record(
  path: string,
  document: Record<string, unknown> = {},
  changes: Partial<GitlabRecord> = {},
): GitlabRecord {
  lastId += 1;
  const page = `https://gitlab.com/${path}`;
  return {
    document: {
      ...{ id: lastId, path_with_namespace: path, name: path.split('/').at(-1), web_url: page },
      ...{
        description: `Queues of ${path}`,
        star_count: 120,
        forks_count: 14,
        open_issues_count: 31,
      },
      ...{ issues_access_level: 'enabled', merge_requests_access_level: 'enabled' },
      ...{ archived: false, empty_repo: false, default_branch: 'main', visibility: 'public' },
      license: { key: 'bsd-3-clause', name: 'BSD', nickname: null, html_url: 'https://x.example' },
      ...{ topics: ['queue'], tag_list: ['queue'], readme_url: `${page}/-/blob/main/README.md` },
      last_activity_at: '2026-05-11T09:00:00.000Z',
      ...document,
    },
    commits: { id: 'd2'.repeat(20), date: '2026-05-11T11:00:00.000+02:00', total: 2040 },
    mergeRequests: 6,
    releases: [releaseOf(page, '4.1')],
    files: { 'README.md': '# Queues\n' },
    ...changes,
  };
}

const releaseOf = (page: string, tag: string, more: Record<string, unknown> = {}) => ({
  ...{ tag_name: tag, name: `Release ${tag}`, description: 'Safer.', upcoming_release: false },
  released_at: '2026-02-03T04:05:06.789Z',
  _links: { self: `${page}/-/releases/${tag}` },
  ...more,
});

const page = 'https://gitlab.com/deep/soon';

const projects = [
  record('deep/queue'),
  record('deep/sea/tools/queue', { star_count: 3 }),
  record('deep/no-licence', { license: null }),
  record('deep/own-licence', { license: { key: 'other', name: 'Other' } }),
  record(
    'deep/empty',
    { empty_repo: true, default_branch: null, readme_url: null, license: null },
    { commits: null, releases: [], mergeRequests: 0 },
  ),
  record('deep/no-issues', {
    ...{ issues_access_level: 'disabled', merge_requests_access_level: 'disabled' },
    open_issues_count: undefined,
  }),
  record('trench/queue', { forked_from_project: { id: 1, path_with_namespace: 'deep/queue' } }),
  record('trench/mirrored', { mirror: true }),
  record('trench/New-Name', { star_count: 8 }),
  record('trench/archived', { archived: true }),
  record(
    'trench/huge',
    {},
    {
      commits: { id: 'ee', date: '2026-05-31T00:00:00Z', total: 987_654 },
      mergeRequests: 'too many',
    },
  ),
  record(
    'trench/unicode',
    {
      ...{
        description: 'Warteschlänge — 行列 🦑',
        topics: ['schlänge'],
        default_branch: 'haupt/zweig',
      },
      readme_url: 'https://gitlab.com/trench/unicode/-/blob/haupt/zweig/docs/LIES%20MICH.rst',
    },
    { files: { 'docs/LIES MICH.rst': 'Grüße\n' } },
  ),
  record('trench/nulls', {
    description: null,
    topics: null,
    readme_url: null,
    open_issues_count: null,
  }),
  record(
    'deep/soon',
    {},
    {
      releases: [
        releaseOf(page, '9.0', { upcoming_release: true }),
        releaseOf(page, '8.0', { name: null }),
      ],
    },
  ),
];

const renames = new Map([['trench/old-name', 'trench/New-Name']]);

/** Plays gitlab.com, with its API at /api/v4. */
export async function startGitlabHost() {
  return await startHost(answer);
}

const notFound: Reply = { status: 404, body: { message: '404 Project Not Found' } };

function answer({ url }: Received): Reply {
  const [, id = '', rest = ''] = /^\/api\/v4\/projects\/([^/]+)(.*)$/.exec(url.pathname) ?? [];
  const path = decodeURIComponent(id).toLowerCase();
  const now = (renames.get(path) ?? path).toLowerCase();
  const project = projects.find(
    ({ document }) =>
      String(document.id) === id || document.path_with_namespace.toLowerCase() === now,
  );
  if (!project) return notFound;
  if (renames.has(path)) {
    const location = `${url.origin}/api/v4/projects/${project.document.id}${rest}${url.search}`;
    return { status: 301, headers: { location } };
  }
  return resource(project, rest, url);
}

function resource(project: GitlabRecord, rest: string, url: URL): Reply {
  const { document, commits, mergeRequests, releases, files } = project;
  const file = /^\/repository\/files\/([^/]+)\/raw$/.exec(rest)?.[1];
  if (file !== undefined) {
    const content = files[decodeURIComponent(file)];
    const isThere = url.searchParams.get('ref') === document['default_branch'];
    return content !== undefined && isThere ? { body: content } : notFound;
  }
  const { license, ...others } = document;
  const isLicensed = url.searchParams.get('license') === 'true';
  const answers: Record<string, () => Reply> = {
    '': () => ({ body: isLicensed ? { ...others, license } : others }),
    '/repository/commits': () =>
      commits ? { body: [{ id: commits.id, committed_date: commits.date }] } : notFound,
    [`/repository/commits/${commits?.id ?? ''}/sequence`]: () => ({
      body: { count: commits?.total },
    }),
    '/merge_requests': () => ({
      headers: mergeRequests === 'too many' ? {} : { 'x-total': String(mergeRequests) },
      body: mergeRequests === 0 ? [] : [{ iid: 1, state: url.searchParams.get('state') }],
    }),
    '/releases': () => ({ body: releases }),
  };
  return answers[rest]?.() ?? notFound;
}
