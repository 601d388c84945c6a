import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bitbucketHost, readBitbucketRepository } from '@/server/collectors/bitbucket';
import { startBitbucketHost } from '@/tests/tools/hosts/bitbucket-host';
import { askingOf, at, NOW } from '@/tests/tools/hosts/repository-hosts';

let double: Awaited<ReturnType<typeof startBitbucketHost>>;
beforeAll(async () => {
  double = await startBitbucketHost();
});
afterAll(() => {
  double.close();
});
beforeEach(() => {
  double.reset();
});

const connect = (asking = askingOf().asking) =>
  bitbucketHost(asking, { apiUrl: `${double.url}/2.0` });

async function read(path: string) {
  const answer = await readBitbucketRepository(connect(), path, { withReadme: true });
  return answer.isUnchanged ? undefined : answer.facts;
}

test('all facts of a repository are read, and watchers are not stars', async () => {
  expect(await read('kraken/charts')).toEqual({
    url: 'https://bitbucket.org/kraken/charts',
    description: 'Charts of kraken/charts',
    ...{ stars: null, forks: 23, openIssues: 11, openPullRequests: 1 },
    ...{ isArchived: null, archivedAt: null, isFork: false, isMirror: null },
    ...{ defaultBranch: 'main', lastCommit: 'b7'.repeat(20), commitCount: null },
    lastCommitAt: at('2026-04-30T12:00:00Z'),
    ...{ weeklyCommits: null, contributors: null, license: null, topics: [], latestRelease: null },
    readme: { path: 'README.md', text: '# Charts\n' },
  });
  expect(double.received.some(({ target }) => target.includes('watchers'))).toBe(false);
});

test.each([
  ['kraken/empty', { description: null, defaultBranch: null, lastCommitAt: null, forks: 0 }],
  ['kraken/no-issues', { openIssues: null, openPullRequests: 1 }],
  ['squid/charts', { isFork: true, forks: 0 }],
  ['squid/old-name', { url: 'https://bitbucket.org/squid/new-name', forks: 23 }],
  ['squid/nulls', { description: null, openIssues: null, isFork: false }],
  ['squid/unicode', { description: 'Diagramme für 図表 🦑' }],
  ['squid/unicode', { readme: { path: 'readme.rst', text: 'Grüße\n' } }],
  ['squid/no-readme', { readme: null, forks: 23 }],
  ['squid/binary-readme', { readme: null, forks: 23 }],
  ['squid/branch', { defaultBranch: 'release/1 & 2', lastCommitAt: at('2026-01-02T01:04:05Z') }],
  ['squid/popular', { forks: 12_345, openPullRequests: 678, openIssues: 9_001 }],
])('%s has the facts %j', async (path, facts) => {
  expect(await read(path)).toMatchObject(facts);
});

test('an unchanged repository takes one request', async () => {
  const host = connect();
  await readBitbucketRepository(host, 'kraken/charts');
  double.reset();
  expect(await readBitbucketRepository(host, 'kraken/charts')).toEqual({ isUnchanged: true });
  expect(double.received).toHaveLength(1);
});

test('what failed is unknown, and the repository is read again next time', async () => {
  const host = connect();
  double.misbehave('error', /commits/, 1);
  expect(await readBitbucketRepository(host, 'kraken/charts')).toMatchObject({
    facts: { forks: expect.any(Number), lastCommitAt: null },
  });
  expect(await readBitbucketRepository(host, 'kraken/charts')).toMatchObject({
    facts: { lastCommitAt: expect.any(Number) },
  });
});

test('a quota that is used up half-way gives no facts, and the repository is read again', async () => {
  const host = connect();
  double.misbehave('busy', /commits/, 1);
  await expect(readBitbucketRepository(host, 'kraken/charts')).rejects.toMatchObject({
    ...{ kind: 'limited', retryAt: NOW + 90_000_000 },
  });
  expect(await readBitbucketRepository(host, 'kraken/charts')).toMatchObject({
    isUnchanged: false,
  });
});

test('an answer about another repository without a redirect is invalid', async () => {
  const mistaken: typeof fetch = (input, init) =>
    fetch(String(input), init).then(async (response) => {
      const text = (await response.text()).replaceAll('kraken/charts', 'kraken/fish');
      return Object.defineProperty(new Response(text, response), 'url', { value: response.url });
    });
  const host = connect({ ...askingOf().asking, fetch: mistaken });
  await expect(readBitbucketRepository(host, 'kraken/charts')).rejects.toMatchObject({
    kind: 'invalid',
  });
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
  await expect(read('kraken/charts')).rejects.toMatchObject({ kind });
});

test('a repository that the host does not know is missing', async () => {
  await expect(read('kraken/fish')).rejects.toMatchObject({ kind: 'missing' });
});

test.each(['one', 'a/..', 'a/b?c', 'a//b'])('%j is never requested', async (path) => {
  await expect(read(path)).rejects.toMatchObject({ kind: 'refused' });
  expect(double.received).toHaveLength(0);
});

test('a token is sent with every request', async () => {
  const host = { ...connect(), token: 'a-token' };
  await readBitbucketRepository(host, 'kraken/charts', { withReadme: true });
  expect(double.received.length).toBeGreaterThan(1);
  expect(
    double.received.filter(({ headers }) => headers['authorization'] !== 'Bearer a-token'),
  ).toEqual([]);
});
