import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectGithub, type GithubOptions } from '@/server/collectors/github/connection';
import type { Quota } from '@/server/collectors/github/quota';
import { readRepositories, type Found } from '@/server/collectors/github/repositories';
import { readQuery, RESET, startGithubHost } from '@/tests/tools/hosts/github-host';
import { githubRepositories } from '@/tests/tools/hosts/github-repositories';
import { askingOf, at, NOW } from '@/tests/tools/hosts/repository-hosts';

let host: Awaited<ReturnType<typeof startGithubHost>>;
beforeAll(async () => {
  host = await startGithubHost();
});
afterAll(() => {
  host.close();
});
beforeEach(() => {
  host.reset();
  host.restore();
});

/** Connections to the same URL share a limit of one query a second. */
let connections = 0;

function connect(options: GithubOptions = {}) {
  connections += 1;
  const apiUrl = `${host.url}/${connections}`;
  return connectGithub(askingOf().asking, { apiUrl, token: 'a-token', ...options });
}

function factsOf(found: Map<string, Found>, path: string) {
  const one = found.get(path);
  if (one?.kind !== 'facts') throw new Error(`${path}: ${one?.error.message ?? 'nothing'}`);
  return one.facts;
}

function errorOf(found: Map<string, Found>, path: string) {
  const one = found.get(path);
  return one?.kind === 'failed' ? one.error : undefined;
}

const read = async (path: string, withReadme = false) =>
  factsOf(await readRepositories(connect(), [path], { withReadme }), path);

const all = githubRepositories.map(({ path }) => path);

test('one query reads all base facts of a repository, by its stars and not its watchers', async () => {
  expect(await read('atoll-labs/django-lagoon')).toEqual({
    url: 'https://github.com/atoll-labs/django-lagoon',
    description: 'Code of atoll-labs/django-lagoon',
    ...{ stars: 310, forks: 41, openIssues: 7, openPullRequests: 3 },
    ...{ isArchived: false, archivedAt: null, isFork: false, isMirror: false },
    ...{ defaultBranch: 'main', lastCommit: 'f3'.repeat(20), commitCount: 842 },
    lastCommitAt: at('2026-05-20T08:30:00Z'),
    ...{
      weeklyCommits: null,
      contributors: null,
      license: 'MIT',
      topics: ['django'],
      readme: null,
    },
    latestRelease: {
      ...{
        tag: 'v2.1',
        title: 'Two one',
        notes: 'Faster.',
        publishedAt: at('2026-04-02T10:00:00Z'),
      },
      url: 'https://github.com/atoll-labs/django-lagoon/releases/tag/v2.1',
    },
  });
  expect(host.received).toHaveLength(1);
});

test('many repositories are read at once, and those that are missing fail alone', async () => {
  const found = await readRepositories(connect(), [...all, 'kelp/nowhere', 'kelp/old-name']);
  expect(host.received.filter(({ target }) => target === '/graphql')).toHaveLength(1);
  expect(errorOf(found, 'kelp/nowhere')?.kind).toBe('missing');
  expect(errorOf(found, 'kelp/disabled')?.kind).toBe('missing');
  expect([...found.values()].filter(({ kind }) => kind === 'failed')).toHaveLength(2);
});

test('values of a path are variables of the query, never part of its text', async () => {
  await readRepositories(connect(), ['kelp/unicode']);
  const { query, variables } = readQuery(host.received[0]?.body ?? '');
  expect(query).not.toContain('kelp');
  expect(variables).toEqual({ o0: 'kelp', n0: 'unicode' });
});

test.each(['kelp', 'kelp/..', 'kelp/a/b', 'kelp/a"b', ''])(
  '%j is not requested, since it is not the path of a repository',
  async (path) => {
    const found = await readRepositories(connect(), [path]);
    expect(errorOf(found, path)?.kind).toBe('refused');
    expect(host.received).toHaveLength(0);
  },
);

test.each([
  ['atoll-labs/no-licence', { license: null }],
  ['atoll-labs/own-licence', { license: null }],
  ['atoll-labs/no-issues', { openIssues: null, openPullRequests: 3 }],
  ['kelp/django-lagoon', { isFork: true, stars: 0 }],
  ['kelp/mirrored', { isMirror: true }],
  ['kelp/huge-history', { commitCount: 1_204_551, defaultBranch: 'trunk' }],
  ['kelp/Archived.Project', { isArchived: true, archivedAt: at('2024-02-03T04:05:06Z') }],
  ['kelp/unicode', { description: 'Prüft Formulare — 日本語 и 🐟', topics: ['über', 'フォーム'] }],
  ['kelp/nulls', { description: null, topics: [] }],
  [
    'atoll-labs/empty',
    {
      defaultBranch: null,
      lastCommit: null,
      lastCommitAt: null,
      commitCount: null,
      latestRelease: null,
    },
  ],
])('%s has the facts %j', async (path, facts) => {
  expect(await read(path)).toMatchObject(facts);
});

test('a release without a name is titled by its tag', async () => {
  expect((await read('kelp/nulls')).latestRelease).toMatchObject({ title: '0.1', notes: '' });
});

test('READMEs are read only on demand, by whichever name they have', async () => {
  expect((await read('kelp/unicode')).readme).toBeNull();
  expect((await read('kelp/unicode', true)).readme).toEqual({
    path: 'README.rst',
    text: 'Grüße\n=====\n',
  });
  // Its README.md is blank.
  expect((await read('kelp/nulls', true)).readme).toEqual({ path: 'README', text: 'Plain' });
  expect((await read('atoll-labs/empty', true)).readme).toBeNull();
});

test('a README that is cut off or binary is not read', async () => {
  const readme = { path: 'README.txt', text: 'Whole' };
  expect((await read('kelp/odd-readmes', true)).readme).toEqual(readme);
});

test('a renamed repository has its new URL, once REST confirms that it redirects there', async () => {
  expect(await read('kelp/old-name')).toMatchObject({
    url: 'https://github.com/kelp/new-name',
    stars: 77,
  });
  const [, former, now] = host.received.map(({ target }) => target);
  expect(former).toBe('/repos/kelp/old-name');
  expect(now).toMatch(/^\/repositories\/\d+$/);
});

test('an answer about another repository that is no rename is invalid', async () => {
  host.state.mistaken.set('kelp/unicode', 'kelp/nulls');
  const found = await readRepositories(connect(), ['kelp/unicode', 'kelp/mirrored']);
  expect(errorOf(found, 'kelp/unicode')?.kind).toBe('invalid');
  expect(factsOf(found, 'kelp/mirrored').stars).toBe(310);
});

test('a batch that takes GitHub too long is halved until it succeeds', async () => {
  host.state.tooMany = 4;
  const found = await readRepositories(connect(), all.slice(0, 5));
  expect([...found.values()].every(({ kind }) => kind === 'facts')).toBe(true);
  expect(host.received).toHaveLength(3);
});

test('a repository that always takes too long fails alone', async () => {
  host.state.slowPaths = ['kelp/mirrored'];
  const found = await readRepositories(connect(), ['kelp/mirrored', 'kelp/unicode']);
  expect(errorOf(found, 'kelp/mirrored')?.kind).toBe('unavailable');
  expect(factsOf(found, 'kelp/unicode').stars).toBe(310);
});

test('the quota and the cost of each query are reported', async () => {
  const quotas: Quota[] = [];
  await readRepositories(connect({ reportQuota: (quota) => quotas.push(quota) }), all.slice(0, 3));
  expect(quotas).toContainEqual({
    ...{ resource: 'graphql', cost: 1, limit: 5000, remaining: 4999, resetAt: RESET * 1_000_000 },
  });
});

test('a used up quota of GraphQL says when it is reset', async () => {
  host.state.quotas.graphql.remaining = 0;
  const found = await readRepositories(connect(), ['kelp/unicode']);
  expect(errorOf(found, 'kelp/unicode')).toMatchObject({
    kind: 'limited',
    retryAt: RESET * 1_000_000,
  });
  expect(host.received).toHaveLength(1);
});

test('no further batch is requested once the quota is used up', async () => {
  host.state.quotas.graphql.remaining = 3;
  const paths = Array.from({ length: 210 }, (_, index) => `many/project-${index}`);
  const found = await readRepositories(connect(), paths);
  expect(host.received).toHaveLength(1);
  expect(paths.every((path) => errorOf(found, path)?.kind === 'limited')).toBe(true);
});

test.each([
  { retryAfter: 600, retryAt: NOW + 600_000_000 },
  { retryAfter: undefined, retryAt: NOW + 60_000_000 },
])('a secondary limit of $retryAfter s is reported at once', async ({ retryAfter, retryAt }) => {
  host.state.secondary = { times: 9, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const found = await readRepositories(connect({ mostWait: 30 }), ['kelp/unicode']);
  expect(errorOf(found, 'kelp/unicode')).toMatchObject({ kind: 'limited', retryAt });
  expect(host.received).toHaveLength(1);
});

test('a secondary limit shorter than the budget is waited for', async () => {
  host.state.secondary = { times: 1, retryAfter: 1 };
  const found = await readRepositories(connect({ mostWait: 5 }), ['kelp/unicode']);
  expect(factsOf(found, 'kelp/unicode').stars).toBe(310);
  expect(host.received).toHaveLength(2);
});

test.each([
  ['error', 'unavailable'],
  ['busy', 'limited'],
  ['removed', 'missing'],
  ['html', 'invalid'],
  ['cut', 'invalid'],
  ['truncated', 'unavailable'],
  ['slow', 'unavailable'],
] as const)('an answer that is %s is %s', async (fault, kind) => {
  host.misbehave(fault);
  const found = await readRepositories(connect(), ['kelp/unicode']);
  expect(errorOf(found, 'kelp/unicode')?.kind).toBe(kind);
});

test('a host that is not there is unavailable', async () => {
  const found = await readRepositories(connect({ apiUrl: 'http://127.0.0.1:1' }), ['kelp/unicode']);
  expect(errorOf(found, 'kelp/unicode')?.kind).toBe('unavailable');
});
