import { startHost, type Received, type Reply } from './repository-hosts';

/** A repository on the double of Bitbucket. `document` is what the API says about it. */
interface BitbucketRecord {
  document: Record<string, unknown> & { full_name: string };
  forks: number;
  watchers: number;
  openIssues: number;
  pullRequests: number;
  commit: { hash: string; date: string; branch: string } | null;
  files: Record<string, string>;
}

function record(
  path: string,
  document: Record<string, unknown> = {},
  changes: Partial<BitbucketRecord> = {},
): BitbucketRecord {
  return {
    document: {
      ...{ type: 'repository', full_name: path, uuid: `{${path}}`, is_private: false, scm: 'git' },
      ...{
        description: `Charts of ${path}`,
        language: 'python',
        has_issues: true,
        has_wiki: false,
      },
      mainbranch: { type: 'branch', name: 'main' },
      links: { html: { href: `https://bitbucket.org/${path}` } },
      updated_on: '2026-04-30T12:00:00.123456+00:00',
      ...document,
    },
    ...{ forks: 23, watchers: 450, openIssues: 11, pullRequests: 1 },
    commit: { hash: 'b7'.repeat(20), date: '2026-04-30T12:00:00+00:00', branch: 'main' },
    files: { 'README.md': '# Charts\n' },
    ...changes,
  };
}

const repositories = [
  record('kraken/charts'),
  record(
    'kraken/empty',
    { mainbranch: null, description: '' },
    { commit: null, files: {}, forks: 0, openIssues: 0, pullRequests: 0 },
  ),
  record('kraken/no-issues', { has_issues: false }),
  record(
    'squid/charts',
    { parent: { type: 'repository', full_name: 'kraken/charts' } },
    { forks: 0 },
  ),
  record('squid/new-name'),
  record('squid/nulls', { description: null, has_issues: null, parent: null, language: null }),
  record(
    'squid/unicode',
    { description: ' Diagramme für 図表 🦑 ' },
    { files: { 'readme.rst': 'Grüße\n' } },
  ),
  record('squid/no-readme', {}, { files: { 'setup.py': '' } }),
  record('squid/binary-readme', {}, { files: { README: 'PK\0\0' } }),
  record(
    'squid/branch',
    { mainbranch: { type: 'branch', name: 'release/1 & 2' } },
    { commit: { hash: 'aa', date: '2026-01-02T03:04:05+02:00', branch: 'release/1 & 2' } },
  ),
  record('squid/popular', {}, { forks: 12_345, pullRequests: 678, openIssues: 9_001 }),
];

const renames = new Map([['squid/old-name', 'squid/new-name']]);

/** Plays api.bitbucket.org, with its API at /2.0. */
export async function startBitbucketHost() {
  return await startHost(answer);
}

const notFound: Reply = {
  status: 404,
  body: { type: 'error', error: { message: 'Repository not found' } },
};

function answer({ url }: Received): Reply {
  const [, path = '', rest = ''] =
    /^\/2\.0\/repositories\/([^/]+\/[^/]+)(.*)$/.exec(url.pathname) ?? [];
  const renamed = renames.get(path.toLowerCase());
  if (renamed !== undefined) {
    return {
      status: 301,
      headers: { location: `/2.0/repositories/${renamed}${rest}${url.search}` },
    };
  }
  const found = repositories.find(({ document }) => document.full_name === path.toLowerCase());
  return found ? resource(found, rest, url) : notFound;
}

function resource(repository: BitbucketRecord, rest: string, { searchParams: query }: URL): Reply {
  const { document, commit, files } = repository;
  const folder = `/src/${commit?.hash ?? ''}/`;
  const file = rest.startsWith(folder)
    ? files[decodeURIComponent(rest.slice(folder.length))]
    : undefined;
  if (file !== undefined) return { body: file };
  const list = (size: number): Reply => ({ body: { size, pagelen: 1, page: 1, values: [] } });
  const isOpen = query.get('q') === '(state = "new" OR state = "open")';
  const answers: Record<string, () => Reply> = {
    '': () => ({ body: document }),
    '/forks': () => list(repository.forks),
    '/watchers': () => list(repository.watchers),
    '/issues': () =>
      document['has_issues'] === true ? list(repository.openIssues + (isOpen ? 0 : 100)) : notFound,
    '/pullrequests': () =>
      list(repository.pullRequests + (query.get('state') === 'OPEN' ? 0 : 100)),
    '/commits': () =>
      commit && query.get('include') === commit.branch
        ? {
            body: {
              pagelen: 1,
              values: [{ type: 'commit', hash: commit.hash, date: commit.date }],
            },
          }
        : notFound,
    [folder]: () => ({
      body: {
        values: [
          { type: 'commit_directory', path: 'README.rst' },
          ...Object.keys(files).map((path) => ({ type: 'commit_file', path, size: 1 })),
        ],
      },
    }),
  };
  return answers[rest]?.() ?? notFound;
}
