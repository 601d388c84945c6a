import { afterAll, beforeAll, expect, test } from 'vitest';
import { bitbucketHost, readBitbucketRepository } from '@/server/collectors/bitbucket';
import { startBitbucketHost } from '@/tests/tools/hosts/bitbucket-host';
import { askingOf, at } from '@/tests/tools/hosts/repository-hosts';

let double: Awaited<ReturnType<typeof startBitbucketHost>>;
beforeAll(async () => {
  double = await startBitbucketHost();
});
afterAll(() => {
  double.close();
});

async function read(path: string) {
  const host = bitbucketHost(askingOf().asking, { apiUrl: `${double.url}/2.0` });
  const answer = await readBitbucketRepository(host, path, { withReadme: true });
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
