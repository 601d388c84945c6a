/** A repository on the double of GitHub. Its names and texts are invented. */
export interface GithubRecord {
  id: number;
  path: string;
  description: string | null;
  stars: number;
  watchers: number;
  forks: number;
  openIssues: number;
  openPullRequests: number;
  hasIssues: boolean;
  archivedAt: string | null;
  isDisabled: boolean;
  isFork: boolean;
  mirrorUrl: string | null;
  /** Null if the repository is empty. */
  branch: { name: string; oid: string; date: string; commits: number } | null;
  license: string | null;
  topics: string[];
  release: { tag: string; name: string | null; notes: string | null; date: string } | null;
  files: Record<string, string>;
  contributors: { login: string | null; type: 'User' | 'Bot' | 'Anonymous' }[] | 'too many';
  weeks: number[] | 'being counted';
}

let lastId = 9000;

function record(path: string, changes: Partial<GithubRecord> = {}): GithubRecord {
  lastId += 1;
  return {
    ...{ id: lastId, path, description: `Code of ${path}`, license: 'MIT', topics: ['django'] },
    ...{ stars: 310, watchers: 12, forks: 41, openIssues: 7, openPullRequests: 3 },
    ...{ hasIssues: true, archivedAt: null, isDisabled: false, isFork: false, mirrorUrl: null },
    branch: { name: 'main', oid: 'f3'.repeat(20), date: '2026-05-20T08:30:00Z', commits: 842 },
    release: { tag: 'v2.1', name: 'Two one', notes: 'Faster.', date: '2026-04-02T10:00:00Z' },
    files: { 'README.md': `# ${path}\n` },
    contributors: [
      { login: 'marisol-q', type: 'User' },
      { login: 'dependabot[bot]', type: 'Bot' },
      { login: 'tove', type: 'User' },
    ],
    weeks: Array.from({ length: 52 }, (_, week) => week % 5),
    ...changes,
  };
}

export const githubRepositories = [
  record('atoll-labs/django-lagoon'),
  record('atoll-labs/no-licence', { license: null }),
  record('atoll-labs/own-licence', { license: 'NOASSERTION' }),
  record('atoll-labs/empty', { branch: null, release: null, files: {}, contributors: [] }),
  record('atoll-labs/no-issues', { hasIssues: false, openIssues: 0 }),
  record('kelp/django-lagoon', { isFork: true, stars: 0 }),
  record('kelp/mirrored', { mirrorUrl: 'https://git.kelp.example/mirrored.git' }),
  record('kelp/new-name', { stars: 77 }),
  record('kelp/Archived.Project', { archivedAt: '2024-02-03T04:05:06Z' }),
  record('kelp/huge-history', {
    branch: {
      name: 'trunk',
      oid: '0a'.repeat(20),
      date: '2026-05-31T23:59:59Z',
      commits: 1_204_551,
    },
    contributors: 'too many',
  }),
  record('kelp/unicode', {
    description: '  Prüft Formulare — 日本語 и 🐟  ',
    topics: ['über', 'フォーム'],
    files: { 'README.rst': 'Grüße\n=====\n' },
  }),
  record('kelp/nulls', {
    description: null,
    topics: [],
    release: { tag: '0.1', name: null, notes: null, date: '2020-01-01T00:00:00Z' },
    files: { 'README.md': ' \n', README: 'Plain' },
    contributors: [{ login: null, type: 'Anonymous' }],
  }),
  record('kelp/disabled', { isDisabled: true }),
  record('kelp/counting', { weeks: 'being counted' }),
  record('kelp/odd-readmes', {
    files: { 'README.md': 'long '.repeat(500), 'README.rst': '\0', 'README.txt': 'Whole' },
  }),
  record('kelp/popular', {
    contributors: Array.from({ length: 250 }, (_, index) => ({
      ...{ login: `person-${index}`, type: 'User' as const },
    })),
  }),
];

/** Former paths of repositories, in lower case. */
export const githubRenames = new Map([['kelp/old-name', 'kelp/new-name']]);
