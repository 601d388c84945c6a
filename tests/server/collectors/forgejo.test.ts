import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgejoHost, readForgejoRepository } from '@/server/collectors/forgejo';
import { startForgejoHost } from '@/tests/tools/hosts/forgejo-host';
import { askingOf, at } from '@/tests/tools/hosts/repository-hosts';

let double: Awaited<ReturnType<typeof startForgejoHost>>;
beforeAll(async () => {
  double = await startForgejoHost();
});
afterAll(() => {
  double.close();
});

async function read(path: string) {
  const host = forgejoHost(askingOf().asking, { apiUrl: `${double.url}/api/v1` });
  const answer = await readForgejoRepository(host, path, { withReadme: true });
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
