import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { gitlabHost, readGitlabRepository } from '@/server/collectors/gitlab';
import { startGitlabHost } from '@/tests/tools/hosts/gitlab-host';
import { askingOf, at, NOW } from '@/tests/tools/hosts/repository-hosts';

let double: Awaited<ReturnType<typeof startGitlabHost>>;
beforeAll(async () => {
  double = await startGitlabHost();
});
afterAll(() => {
  double.close();
});
beforeEach(() => {
  double.reset();
});

const connect = (asking = askingOf().asking) =>
  gitlabHost(asking, { apiUrl: `${double.url}/api/v4` });

async function read(path: string) {
  const answer = await readGitlabRepository(connect(), path, { withReadme: true });
  return answer.isUnchanged ? undefined : answer.facts;
}

test('all facts of a project are read', async () => {
  expect(await read('deep/queue')).toEqual({
    url: 'https://gitlab.com/deep/queue',
    description: 'Queues of deep/queue',
    ...{ stars: 120, forks: 14, openIssues: 31, openPullRequests: 6 },
    ...{ isArchived: false, archivedAt: null, isFork: false, isMirror: null },
    ...{ defaultBranch: 'main', lastCommit: 'd2'.repeat(20), commitCount: 2040 },
    lastCommitAt: at('2026-05-11T09:00:00Z'),
    ...{ weeklyCommits: null, contributors: null, license: 'BSD-3-Clause', topics: ['queue'] },
    readme: { path: 'README.md', text: '# Queues\n' },
    latestRelease: {
      ...{ tag: '4.1', title: 'Release 4.1', notes: 'Safer.' },
      publishedAt: at('2026-02-03T04:05:06.789Z'),
      url: 'https://gitlab.com/deep/queue/-/releases/4.1',
    },
  });
});

test.each([
  ['deep/sea/tools/queue', { url: 'https://gitlab.com/deep/sea/tools/queue', stars: 3 }],
  ['deep/no-licence', { license: null }],
  ['deep/own-licence', { license: null }],
  [
    'deep/empty',
    { defaultBranch: null, lastCommitAt: null, commitCount: null, latestRelease: null },
  ],
  ['deep/no-issues', { openIssues: null, openPullRequests: null }],
  ['trench/queue', { isFork: true }],
  ['trench/mirrored', { isMirror: true }],
  ['trench/old-name', { url: 'https://gitlab.com/trench/New-Name', stars: 8, commitCount: 2040 }],
  ['trench/archived', { isArchived: true, archivedAt: null }],
  ['trench/huge', { commitCount: 987_654, openPullRequests: null }],
  ['trench/unicode', { description: 'Warteschlänge — 行列 🦑', topics: ['schlänge'] }],
  ['trench/nulls', { description: null, topics: [], readme: null, openIssues: null }],
])('%s has the facts %j', async (path, facts) => {
  expect(await read(path)).toMatchObject(facts);
});

test('a README is found in a folder, on a branch with a slash', async () => {
  const readme = { path: 'docs/LIES MICH.rst', text: 'Grüße\n' };
  expect((await read('trench/unicode'))?.readme).toEqual(readme);
});

test('a release that is only announced is not the latest one', async () => {
  expect((await read('deep/soon'))?.latestRelease).toMatchObject({ tag: '8.0', title: '8.0' });
});

test('an unchanged repository takes one request', async () => {
  const host = connect();
  await readGitlabRepository(host, 'deep/queue');
  double.reset();
  expect(await readGitlabRepository(host, 'deep/queue')).toEqual({ isUnchanged: true });
  expect(double.received).toHaveLength(1);
});

test('what failed is unknown, and the repository is read again next time', async () => {
  const host = connect();
  double.misbehave('error', /commits\?/, 1);
  expect(await readGitlabRepository(host, 'deep/queue')).toMatchObject({
    facts: { forks: expect.any(Number), lastCommitAt: null },
  });
  expect(await readGitlabRepository(host, 'deep/queue')).toMatchObject({
    facts: { lastCommitAt: expect.any(Number) },
  });
});

test('a quota that is used up half-way gives no facts, and the repository is read again', async () => {
  const host = connect();
  double.misbehave('busy', /commits\?/, 1);
  await expect(readGitlabRepository(host, 'deep/queue')).rejects.toMatchObject({
    ...{ kind: 'limited', retryAt: NOW + 90_000_000 },
  });
  expect(await readGitlabRepository(host, 'deep/queue')).toMatchObject({ isUnchanged: false });
});

test('an answer about another repository without a redirect is invalid', async () => {
  const mistaken: typeof fetch = (input, init) =>
    fetch(String(input), init).then(async (response) => {
      const text = (await response.text()).replaceAll('deep/queue', 'deep/fish');
      return Object.defineProperty(new Response(text, response), 'url', { value: response.url });
    });
  const host = connect({ ...askingOf().asking, fetch: mistaken });
  await expect(readGitlabRepository(host, 'deep/queue')).rejects.toMatchObject({ kind: 'invalid' });
});

test.each([
  ['error', 'unavailable'],
  ['busy', 'limited'],
  ['removed', 'missing'],
  ['html', 'invalid'],
  ['cut', 'invalid'],
  ['truncated', 'unavailable'],
  ['slow', 'unavailable'],
] as const)('a repository whose document is %s is %s', async (fault, kind) => {
  double.misbehave(fault);
  await expect(read('deep/queue')).rejects.toMatchObject({ kind });
});

test('a repository that the host does not know is missing', async () => {
  await expect(read('deep/fish')).rejects.toMatchObject({ kind: 'missing' });
});

test.each(['one', 'a/..', 'a/b?c', 'a//b'])('%j is never requested', async (path) => {
  await expect(read(path)).rejects.toMatchObject({ kind: 'refused' });
  expect(double.received).toHaveLength(0);
});

test('a token is sent with every request', async () => {
  const host = { ...connect(), token: 'a-token' };
  await readGitlabRepository(host, 'deep/queue', { withReadme: true });
  expect(double.received.length).toBeGreaterThan(1);
  expect(double.received.filter(({ headers }) => headers['private-token'] !== 'a-token')).toEqual(
    [],
  );
});
