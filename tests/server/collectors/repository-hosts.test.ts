import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bitbucketHost, readBitbucketRepository } from '@/server/collectors/bitbucket';
import { forgejoHost, readForgejoRepository } from '@/server/collectors/forgejo';
import { gitlabHost, readGitlabRepository } from '@/server/collectors/gitlab';
import { startBitbucketHost } from '@/tests/tools/hosts/bitbucket-host';
import { startForgejoHost } from '@/tests/tools/hosts/forgejo-host';
import { startGitlabHost } from '@/tests/tools/hosts/gitlab-host';
import { askingOf, at, NOW, type HostDouble } from '@/tests/tools/hosts/repository-hosts';

/** What holds for each host without GraphQL. `lastCommitAt` is that of the repository at `path`; the host doesn't know the other one. */
const hosts = [
  {
    ...{ name: 'Forgejo', start: startForgejoHost, api: '/api/v1' },
    ...{ hostOf: forgejoHost, read: readForgejoRepository },
    ...{ path: 'reef/forms', other: 'reef/fish', lastCommitAt: at('2026-05-02T08:00:00Z') },
    token: { header: 'authorization', value: 'token a-token' },
  },
  {
    ...{ name: 'GitLab', start: startGitlabHost, api: '/api/v4' },
    ...{ hostOf: gitlabHost, read: readGitlabRepository },
    ...{ path: 'deep/queue', other: 'deep/fish', lastCommitAt: at('2026-05-11T09:00:00Z') },
    token: { header: 'private-token', value: 'a-token' },
  },
  {
    ...{ name: 'Bitbucket', start: startBitbucketHost, api: '/2.0' },
    ...{ hostOf: bitbucketHost, read: readBitbucketRepository },
    ...{ path: 'kraken/charts', other: 'kraken/fish', lastCommitAt: at('2026-04-30T12:00:00Z') },
    token: { header: 'authorization', value: 'Bearer a-token' },
  },
];

type Host = (typeof hosts)[number];

const doubles = new Map<string, HostDouble>();
beforeAll(async () => {
  for (const { name, start } of hosts) doubles.set(name, await start());
});
afterAll(() => {
  for (const double of doubles.values()) double.close();
});
beforeEach(() => {
  for (const double of doubles.values()) double.reset();
});

function connect({ name, hostOf, api }: Host, asking = askingOf().asking) {
  const double = doubles.get(name);
  if (!double) throw new Error(`No double of ${name}.`);
  return { double, host: hostOf(asking, { apiUrl: double.url + api }) };
}

test.each(hosts)('$name is asked once about an unchanged repository', async (each) => {
  const { double, host } = connect(each);
  await each.read(host, each.path);
  double.reset();
  expect(await each.read(host, each.path)).toEqual({ isUnchanged: true });
  expect(double.received).toHaveLength(1);
});

test.each(hosts)('what $name fails to say is unknown, and asked again next time', async (each) => {
  const { double, host } = connect(each);
  double.misbehave('error', /commits\?/, 1);
  const url = `${host.siteUrl}/${each.path}`;
  expect(await each.read(host, each.path)).toMatchObject({ facts: { url, lastCommitAt: null } });
  const { lastCommitAt } = each;
  expect(await each.read(host, each.path)).toMatchObject({ facts: { url, lastCommitAt } });
});

test.each(hosts)(
  '$name gives no facts if its quota ends half-way, and is asked again',
  async (each) => {
    const { double, host } = connect(each);
    double.misbehave('busy', /commits\?/, 1);
    await expect(each.read(host, each.path)).rejects.toMatchObject({
      ...{ kind: 'limited', retryAt: NOW + 90_000_000 },
    });
    expect(await each.read(host, each.path)).toMatchObject({ isUnchanged: false });
  },
);

test.each(hosts)('an answer of $name about another repository is invalid', async (each) => {
  const mistaken: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const text = (await response.text()).replaceAll(each.path, each.other);
    return Object.defineProperty(new Response(text), 'url', { value: response.url });
  };
  const { host } = connect(each, { ...askingOf().asking, fetch: mistaken });
  await expect(each.read(host, each.path)).rejects.toMatchObject({ kind: 'invalid' });
});

const faults = [
  { fault: 'error', kind: 'unavailable' },
  { fault: 'busy', kind: 'limited' },
  { fault: 'removed', kind: 'missing' },
  { fault: 'html', kind: 'invalid' },
  { fault: 'cut', kind: 'invalid' },
  { fault: 'truncated', kind: 'unavailable' },
  { fault: 'slow', kind: 'unavailable' },
] as const;

test.each(hosts.flatMap((each) => faults.map((one) => ({ ...each, ...one }))))(
  'a document of $name that is $fault is $kind',
  async ({ fault, kind, ...each }) => {
    const { double, host } = connect(each);
    double.misbehave(fault);
    await expect(each.read(host, each.path)).rejects.toMatchObject({ kind });
  },
);

test.each(hosts)('a repository that $name does not know is missing', async (each) => {
  const { host } = connect(each);
  await expect(each.read(host, each.other)).rejects.toMatchObject({ kind: 'missing' });
});

test.each(hosts)('$name is not asked about what is not a path', async (each) => {
  const { double, host } = connect(each);
  for (const path of ['one', 'a/..', 'a/b?c', 'a//b', '']) {
    await expect(each.read(host, path)).rejects.toMatchObject({ kind: 'refused' });
  }
  expect(double.received).toHaveLength(0);
});

test.each(hosts)('a token is sent with every request to $name', async (each) => {
  const { double, host } = connect(each);
  await each.read({ ...host, token: 'a-token' }, each.path, { withReadme: true });
  const sent = double.received.map(({ headers }) => headers[each.token.header]);
  expect(sent.length).toBeGreaterThan(4);
  expect(new Set(sent)).toEqual(new Set([each.token.value]));
});
