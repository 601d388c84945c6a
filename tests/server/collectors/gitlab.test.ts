import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitlabHost, readGitlabRepository } from '@/server/collectors/gitlab';
import { startGitlabHost } from '@/tests/tools/hosts/gitlab-host';
import { askingOf, at } from '@/tests/tools/hosts/repository-hosts';

let double: Awaited<ReturnType<typeof startGitlabHost>>;
beforeAll(async () => {
  double = await startGitlabHost();
});
afterAll(() => {
  double.close();
});

async function read(path: string) {
  const host = gitlabHost(askingOf().asking, { apiUrl: `${double.url}/api/v4` });
  const answer = await readGitlabRepository(host, path, { withReadme: true });
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
