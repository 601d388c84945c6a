import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgejoHost, readForgejoRepository } from '@/server/collectors/forgejo';
import { startForgejoHost } from '@/tests/tools/hosts/forgejo-host';
import { askingOf, at, NOW } from '@/tests/tools/hosts/repository-hosts';

let double: Awaited<ReturnType<typeof startForgejoHost>>;
beforeAll(async () => {
  double = await startForgejoHost();
});
afterAll(() => {
  double.close();
});
beforeEach(() => {
  double.reset();
});

const connect = (asking = askingOf().asking) =>
  forgejoHost(asking, { apiUrl: `${double.url}/api/v1` });

async function read(path: string) {
  const answer = await readForgejoRepository(connect(), path, { withReadme: true });
  return answer.isUnchanged ? undefined : answer.facts;
}

test('all facts of a repository are read, by its stars and not its watchers', async () => {
  expect(await read('reef/forms')).toEqual({
    url: 'https://codeberg.org/reef/forms',
    description: 'Forms of reef/forms',
    ...{ stars: 58, forks: 9, openIssues: 4, openPullRequests: 2 },
    ...{ isArchived: false, archivedAt: null, isFork: false, isMirror: false },
    ...{ defaultBranch: 'main', lastCommit: 'c4'.repeat(20), commitCount: 611 },
    lastCommitAt: at('2026-05-02T08:00:00Z'),
    ...{ weeklyCommits: null, contributors: null, license: 'MIT', topics: ['django', 'forms'] },
    readme: { path: 'README.md', text: '# Readme\n' },
    latestRelease: {
      ...{ tag: '3.0', title: 'Three', notes: 'New API.', publishedAt: at('2026-03-04T05:06:07Z') },
      url: 'https://codeberg.org/reef/forms/releases/tag/3.0',
    },
  });
});

test.each([
  ['reef/no-licence', { license: null }],
  ['reef/two-licences', { license: null }],
  [
    'reef/empty',
    { defaultBranch: null, lastCommitAt: null, commitCount: null, latestRelease: null },
  ],
  ['reef/no-issues', { openIssues: null, openPullRequests: null }],
  ['reef/other-tracker', { openIssues: null, openPullRequests: 2 }],
  ['shoal/forms', { isFork: true, stars: 0 }],
  ['shoal/mirrored', { isMirror: true }],
  ['shoal/old-name', { url: 'https://codeberg.org/shoal/New-Name', stars: 99, commitCount: 611 }],
  ['Shoal/new-name', { url: 'https://codeberg.org/shoal/New-Name', stars: 99 }],
  ['shoal/archived', { isArchived: true, archivedAt: at('2025-01-02T03:04:05Z') }],
  ['shoal/huge', { commitCount: 1_000_001 }],
  [
    'shoal/unicode',
    { description: 'Größen — 寸法 🐙', readme: { path: 'readme.rst', text: 'Übersicht\n' } },
  ],
  [
    'shoal/nulls',
    { description: null, topics: [], commitCount: null, lastCommitAt: null, readme: null },
  ],
])('%s has the facts %j', async (path, facts) => {
  expect(await read(path)).toMatchObject(facts);
});

test('a release without a name or a date is titled by its tag', async () => {
  expect((await read('shoal/nulls'))?.latestRelease).toEqual({
    ...{ tag: '1', title: '1', notes: '', publishedAt: null, url: 'https://x.example/1' },
  });
});

test('an unchanged repository takes one request', async () => {
  const host = connect();
  await readForgejoRepository(host, 'reef/forms');
  double.reset();
  expect(await readForgejoRepository(host, 'reef/forms')).toEqual({ isUnchanged: true });
  expect(double.received).toHaveLength(1);
});

test('what failed is unknown, and the repository is read again next time', async () => {
  const host = connect();
  double.misbehave('error', /commits/, 1);
  expect(await readForgejoRepository(host, 'reef/forms')).toMatchObject({
    facts: { forks: expect.any(Number), lastCommitAt: null },
  });
  expect(await readForgejoRepository(host, 'reef/forms')).toMatchObject({
    facts: { lastCommitAt: expect.any(Number) },
  });
});

test('a quota that is used up half-way gives no facts, and the repository is read again', async () => {
  const host = connect();
  double.misbehave('busy', /commits/, 1);
  await expect(readForgejoRepository(host, 'reef/forms')).rejects.toMatchObject({
    ...{ kind: 'limited', retryAt: NOW + 90_000_000 },
  });
  expect(await readForgejoRepository(host, 'reef/forms')).toMatchObject({ isUnchanged: false });
});

test('an answer about another repository without a redirect is invalid', async () => {
  const mistaken: typeof fetch = (input, init) =>
    fetch(String(input), init).then(async (response) => {
      const text = (await response.text()).replaceAll('reef/forms', 'reef/fish');
      return Object.defineProperty(new Response(text, response), 'url', { value: response.url });
    });
  const host = connect({ ...askingOf().asking, fetch: mistaken });
  await expect(readForgejoRepository(host, 'reef/forms')).rejects.toMatchObject({
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
  await expect(read('reef/forms')).rejects.toMatchObject({ kind });
});

test('a repository that the host does not know is missing', async () => {
  await expect(read('reef/fish')).rejects.toMatchObject({ kind: 'missing' });
});

test.each(['one', 'a/..', 'a/b?c', 'a//b'])('%j is never requested', async (path) => {
  await expect(read(path)).rejects.toMatchObject({ kind: 'refused' });
  expect(double.received).toHaveLength(0);
});

test('a token is sent with every request', async () => {
  const host = { ...connect(), token: 'a-token' };
  await readForgejoRepository(host, 'reef/forms', { withReadme: true });
  expect(double.received.length).toBeGreaterThan(1);
  expect(
    double.received.filter(({ headers }) => headers['authorization'] !== 'token a-token'),
  ).toEqual([]);
});
