import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectGithub } from '@/server/collectors/github/connection';
import { readRepositoryRest } from '@/server/collectors/github/rest';
import { readContributors, readParticipation } from '@/server/collectors/github/statistics';
import { RESET, startGithubHost } from '@/tests/tools/hosts/github-host';
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

const connect = () => connectGithub(askingOf().asking, { apiUrl: host.url });

async function read(path: string) {
  const answer = await readRepositoryRest(connect(), path, { withReadme: true });
  return answer.isUnchanged ? undefined : answer.facts;
}

test('REST reads the facts of a repository, its issues without its pull requests', async () => {
  expect(await read('atoll-labs/django-lagoon')).toEqual({
    url: 'https://github.com/atoll-labs/django-lagoon',
    description: 'Code of atoll-labs/django-lagoon',
    ...{ stars: 310, forks: 41, openIssues: 7, openPullRequests: 3 },
    ...{ isArchived: false, archivedAt: null, isFork: false, isMirror: false },
    ...{ defaultBranch: 'main', lastCommit: 'f3'.repeat(20), commitCount: 842 },
    lastCommitAt: at('2026-05-20T08:30:00Z'),
    ...{ weeklyCommits: null, contributors: null, license: 'MIT', topics: ['django'] },
    readme: { path: 'README.md', text: '# atoll-labs/django-lagoon\n' },
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
});

test.each([
  ['atoll-labs/own-licence', { license: null }],
  [
    'atoll-labs/empty',
    { lastCommitAt: null, commitCount: null, latestRelease: null, readme: null },
  ],
  ['atoll-labs/no-issues', { openIssues: null, openPullRequests: 3 }],
  ['kelp/django-lagoon', { isFork: true, stars: 0 }],
  ['kelp/mirrored', { isMirror: true }],
  ['kelp/huge-history', { commitCount: 1_204_551 }],
  ['kelp/archived.project', { isArchived: true, url: 'https://github.com/kelp/Archived.Project' }],
  ['kelp/old-name', { url: 'https://github.com/kelp/new-name', stars: 77 }],
  ['kelp/nulls', { description: null, topics: [] }],
])('%s has the facts %j by REST', async (path, facts) => {
  expect(await read(path)).toMatchObject(facts);
});

test('an unchanged repository takes one request and none of the quota', async () => {
  const github = connect();
  await readRepositoryRest(github, 'kelp/unicode');
  const { remaining } = host.state.quotas.core;
  host.reset();
  expect(await readRepositoryRest(github, 'kelp/unicode')).toEqual({ isUnchanged: true });
  expect(host.received).toHaveLength(1);
  expect(host.state.quotas.core.remaining).toBe(remaining);
});

test('what failed is unknown, and the repository is read again next time', async () => {
  const github = connect();
  host.misbehave('error', /commits/, 1);
  const first = await readRepositoryRest(github, 'kelp/unicode');
  expect(first).toMatchObject({ facts: { stars: 310, commitCount: null, lastCommitAt: null } });
  const second = await readRepositoryRest(github, 'kelp/unicode');
  expect(second).toMatchObject({ facts: { stars: 310, commitCount: 842 } });
});

test('a quota that is used up half-way gives no facts, and the repository is read again', async () => {
  const github = connect();
  host.state.quotas.core.remaining = 2;
  await expect(readRepositoryRest(github, 'kelp/unicode')).rejects.toMatchObject({
    ...{ kind: 'limited', retryAt: RESET * 1_000_000 },
  });
  host.restore();
  expect(await readRepositoryRest(github, 'kelp/unicode')).toMatchObject({ facts: { stars: 310 } });
});

test('a missing repository, a disabled one and one that was taken down are missing', async () => {
  await expect(read('kelp/nowhere')).rejects.toMatchObject({ kind: 'missing' });
  await expect(read('kelp/disabled')).rejects.toMatchObject({ kind: 'missing' });
  host.misbehave('removed');
  await expect(read('kelp/unicode')).rejects.toMatchObject({ kind: 'missing' });
});

test.each([
  ['error', 'unavailable'],
  ['busy', 'limited'],
  ['html', 'invalid'],
  ['cut', 'invalid'],
  ['truncated', 'unavailable'],
  ['slow', 'unavailable'],
] as const)('a repository whose document is %s is %s by REST', async (fault, kind) => {
  host.misbehave(fault);
  await expect(read('kelp/unicode')).rejects.toMatchObject({ kind });
});

test('participation is the commits of 52 weeks, and is read conditionally', async () => {
  const github = connect();
  const answer = await readParticipation(github, 'kelp/unicode');
  expect(answer).toEqual({
    isUnchanged: false,
    facts: Array.from({ length: 52 }, (_, week) => week % 5),
  });
  expect(await readParticipation(github, 'kelp/unicode')).toEqual({ isUnchanged: true });
});

test('participation that is still being counted is worth asking for soon', async () => {
  await expect(readParticipation(connect(), 'kelp/counting')).rejects.toMatchObject({
    ...{ kind: 'unavailable', retryAt: NOW + 30_000_000 },
  });
});

test('an empty repository has neither participation nor contributors', async () => {
  const nothing = { isUnchanged: false, facts: null };
  expect(await readParticipation(connect(), 'atoll-labs/empty')).toEqual(nothing);
  expect(await readContributors(connect(), 'atoll-labs/empty')).toEqual(nothing);
});

test('contributors are accounts, without bots and those who have none', async () => {
  const github = connect();
  expect(await readContributors(github, 'atoll-labs/django-lagoon')).toEqual({
    ...{ isUnchanged: false, facts: ['marisol-q', 'tove'] },
  });
  expect(await readContributors(github, 'atoll-labs/django-lagoon')).toEqual({ isUnchanged: true });
  expect(await readContributors(github, 'kelp/nulls')).toMatchObject({ facts: [] });
});

test('contributors that GitHub does not list are unknown', async () => {
  const answer = await readContributors(connect(), 'kelp/huge-history');
  expect(answer).toEqual({ isUnchanged: false, facts: null });
});

test('contributors are read from as many pages as allowed', async () => {
  expect(await readContributors(connect(), 'kelp/popular')).toMatchObject({
    facts: { length: 100 },
  });
  const three = await readContributors(connect(), 'kelp/popular', { mostPages: 3 });
  expect(three).toMatchObject({ facts: { length: 250, 249: 'person-249' } });
});

test('contributors of whom a page fails are not reported in part', async () => {
  const github = connect();
  host.misbehave('error', /page=2$/, 1);
  const options = { mostPages: 3 };
  await expect(readContributors(github, 'kelp/popular', options)).rejects.toMatchObject({
    kind: 'unavailable',
  });
  expect(await readContributors(github, 'kelp/popular', options)).toMatchObject({
    facts: { length: 250 },
  });
});
