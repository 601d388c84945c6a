import { z } from 'zod';
import type { GithubRecord } from './github-repositories';
import { githubRenames, githubRepositories } from './github-repositories';
import { startHost, type Received, type Reply } from './repository-hosts';

interface Quota {
  limit: number;
  remaining: number;
}

/** When quotas are reset, in seconds. Octokit compares it with the real clock. */
export const RESET = Math.ceil(Date.now() / 1000) + 1800;

export interface GithubState {
  /** By resource. REST takes a point for each request that isn't answered by 304, GraphQL one for every 25 repositories. */
  quotas: Record<'core' | 'graphql', Quota>;
  /** The number of repositories from which GraphQL takes too long, and paths that always take too long. */
  tooMany: number;
  slowPaths: string[];
  /** Answers everything as a secondary limit does, with Retry-After in seconds or without. */
  secondary: { retryAfter?: number; times: number };
  /** Paths about which GraphQL answers as about another repository. */
  mistaken: Map<string, string>;
}

/** Plays api.github.com: GraphQL for those with a token, and REST. */
export async function startGithubHost() {
  const state = freshState();
  const host = await startHost((received) => {
    if (state.secondary.times > 0) {
      state.secondary.times -= 1;
      return secondary(state);
    }
    return received.target === '/graphql' ? graphql(state, received) : rest(state, received);
  });
  return { ...host, state, restore: () => Object.assign(state, freshState()) };
}

const freshState = (): GithubState => ({
  quotas: { core: { limit: 5000, remaining: 5000 }, graphql: { limit: 5000, remaining: 5000 } },
  ...{ tooMany: Infinity, slowPaths: [], secondary: { times: 0 }, mistaken: new Map() },
});

function secondary({ secondary: { retryAfter } }: GithubState): Reply {
  return {
    status: 403,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: {
      message: 'You have exceeded a secondary rate limit.',
      documentation_url: 'https://x.example',
    },
  };
}

function quotaHeaders(resource: string, { limit, remaining }: Quota) {
  return {
    'x-ratelimit-resource': resource,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(limit - remaining),
    'x-ratelimit-reset': String(RESET),
  };
}

const find = (path: string) => {
  const lower = path.toLowerCase();
  return githubRepositories.find(
    (it) => it.path.toLowerCase() === (githubRenames.get(lower) ?? lower),
  );
};

const querySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.string()) });

/** The query and variables of a GraphQL request. */
export const readQuery = (body: string) => querySchema.parse(JSON.parse(body));

function graphql(state: GithubState, { body, headers }: Received): Reply {
  const quota = state.quotas.graphql;
  if (headers.authorization === undefined) return { status: 401, body: { message: 'Log in.' } };
  const { query, variables } = readQuery(body);
  const asked = [...query.matchAll(/(\w+): repository\(owner: \$(\w+), name: \$(\w+)\)/g)].map(
    ([, alias = '', owner = '', name = '']) => ({
      alias,
      path: `${variables[owner] ?? ''}/${variables[name] ?? ''}`,
    }),
  );
  const isSlow = asked.some(({ path }) => state.slowPaths.includes(path));
  if (asked.length >= state.tooMany || isSlow)
    return { status: 502, body: '<html>Bad gateway</html>' };
  const cost = Math.ceil(asked.length / 25);
  if (quota.remaining < cost) {
    return {
      headers: quotaHeaders('graphql', { ...quota, remaining: 0 }),
      body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
    };
  }
  quota.remaining -= cost;
  return {
    headers: quotaHeaders('graphql', quota),
    body: answerOf(state, query, asked, {
      cost,
      ...quota,
      resetAt: new Date(RESET * 1000).toISOString(),
    }),
  };
}

type Asked = { alias: string; path: string }[];

function answerOf(state: GithubState, query: string, asked: Asked, rateLimit: object) {
  const found = asked.map(({ alias, path }) => ({
    ...{ alias, path },
    repository: find(state.mistaken.get(path) ?? path),
  }));
  const errors = found
    .filter(({ repository }) => !repository)
    .map(({ alias, path }) => ({
      ...{ type: 'NOT_FOUND', path: [alias], locations: [{ line: 3, column: 3 }] },
      message: `Could not resolve to a Repository with the name '${path}'.`,
    }));
  const data: Record<string, unknown> = { rateLimit };
  for (const { alias, repository } of found) {
    data[alias] = repository ? node(repository, query) : null;
  }
  return errors.length > 0 ? { data, errors } : { data };
}

/** A repository with those fields that the query names. */
function node(repository: GithubRecord, query: string) {
  const { branch, release } = repository;
  const fields: Record<string, unknown> = {
    nameWithOwner: repository.path,
    description: repository.description,
    stargazerCount: repository.stars,
    watchers: { totalCount: repository.watchers },
    forkCount: repository.forks,
    hasIssuesEnabled: repository.hasIssues,
    issues: { totalCount: repository.openIssues },
    pullRequests: { totalCount: repository.openPullRequests },
    isArchived: repository.archivedAt !== null,
    archivedAt: repository.archivedAt,
    isDisabled: repository.isDisabled,
    isFork: repository.isFork,
    isMirror: repository.mirrorUrl !== null,
    defaultBranchRef: branch && {
      name: branch.name,
      target: {
        oid: branch.oid,
        committedDate: branch.date,
        history: { totalCount: branch.commits },
      },
    },
    licenseInfo: repository.license === null ? null : { spdxId: repository.license },
    repositoryTopics: { nodes: repository.topics.map((name) => ({ topic: { name } })) },
    latestRelease: release && {
      ...{ tagName: release.tag, name: release.name, publishedAt: release.date },
      ...{ description: release.notes, url: releaseUrl(repository, release.tag) },
    },
  };
  const readmes = [...query.matchAll(/(\w+): object\(expression: "HEAD:([^"]+)"\)/g)].map(
    ([, alias = '', file = '']): [string, unknown] => [alias, blob(repository.files[file])],
  );
  const asked = Object.entries(fields).filter(([name]) => new RegExp(`\\b${name}\\b`).test(query));
  return Object.fromEntries([...asked, ...readmes]);
}

/** Length from which texts are cut off; GitHub does so from 512,000 bytes. */
const LONGEST = 1000;

function blob(text: string | undefined) {
  if (text === undefined) return null;
  if (text.includes('\0')) return { text: null, isTruncated: false, isBinary: true };
  return { text: text.slice(0, LONGEST), isTruncated: text.length > LONGEST, isBinary: false };
}

const releaseUrl = ({ path }: GithubRecord, tag: string) =>
  `https://github.com/${path}/releases/tag/${tag}`;

function rest(state: GithubState, received: Received): Reply {
  const quota = state.quotas.core;
  if (quota.remaining === 0) {
    return {
      status: 403,
      headers: quotaHeaders('core', quota),
      body: { message: 'API rate limit exceeded for 192.0.2.1.' },
    };
  }
  const reply = restAnswer(received);
  if (received.headers['if-none-match'] === undefined) quota.remaining -= 1;
  return { ...reply, headers: { ...quotaHeaders('core', quota), ...reply.headers } };
}

const notFound: Reply = { status: 404, body: { message: 'Not Found' } };

function restAnswer({ url }: Received): Reply {
  const [, id, byId = ''] = /^\/repositories\/(\d+)(.*)$/.exec(url.pathname) ?? [];
  const [, path = '', byPath = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(url.pathname) ?? [];
  const repository =
    id === undefined ? find(path) : githubRepositories.find((it) => it.id === Number(id));
  if (!repository) return notFound;
  if (id === undefined && githubRenames.has(path.toLowerCase())) {
    const location = `${url.origin}/repositories/${repository.id}${byPath}${url.search}`;
    return {
      status: 301,
      headers: { location },
      body: { message: 'Moved Permanently', url: location },
    };
  }
  return resource(repository, byPath + byId, url);
}

function resource(repository: GithubRecord, rest: string, url: URL): Reply {
  const { branch, release, weeks, contributors } = repository;
  const readme = Object.entries(repository.files)[0];
  const answers: Record<string, () => Reply> = {
    '': () => ({ body: restDocument(repository) }),
    '/pulls': () => page(url, repository.openPullRequests, (number) => ({ number })),
    '/commits': () =>
      branch
        ? page(url, branch.commits, () => ({
            sha: branch.oid,
            commit: { committer: { date: branch.date } },
          }))
        : { status: 409, body: { message: 'Git Repository is empty.' } },
    '/releases/latest': () => (release ? { body: restRelease(repository, release) } : notFound),
    '/readme': () => (readme ? { body: restReadme(...readme) } : notFound),
    '/stats/participation': () =>
      branch === null
        ? { status: 204 }
        : weeks === 'being counted'
          ? { status: 202, body: {} }
          : { body: { all: weeks, owner: weeks.map(() => 0) } },
    '/contributors': () => {
      if (branch === null) return { status: 204 };
      if (contributors === 'too many') {
        return {
          status: 403,
          body: { message: 'The contributor list is too large to list contributors.' },
        };
      }
      return page(url, contributors.length, (number) => ({
        ...contributors[number],
        contributions: 9,
      }));
    },
  };
  return answers[rest]?.() ?? notFound;
}

function restDocument(repository: GithubRecord) {
  const { openIssues, openPullRequests } = repository;
  return {
    ...{ id: repository.id, full_name: repository.path, description: repository.description },
    ...{ stargazers_count: repository.stars, watchers_count: repository.stars },
    ...{ subscribers_count: repository.watchers, forks_count: repository.forks },
    open_issues_count: openIssues + openPullRequests,
    ...{ has_issues: repository.hasIssues, archived: repository.archivedAt !== null },
    ...{
      disabled: repository.isDisabled,
      fork: repository.isFork,
      mirror_url: repository.mirrorUrl,
    },
    default_branch: repository.branch?.name ?? 'main',
    license: repository.license === null ? null : { key: 'some', spdx_id: repository.license },
    topics: repository.topics,
  };
}

function restRelease(repository: GithubRecord, release: NonNullable<GithubRecord['release']>) {
  return {
    ...{ tag_name: release.tag, name: release.name, body: release.notes },
    ...{ published_at: release.date, html_url: releaseUrl(repository, release.tag) },
  };
}

const restReadme = (path: string, text: string) => ({
  ...{ path, encoding: 'base64', content: Buffer.from(text).toString('base64') },
});

/** A page of a list, with the links to the next and last ones that GitHub sends. */
function page(url: URL, total: number, entry: (index: number) => unknown): Reply {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const number = Number(url.searchParams.get('page') ?? 1);
  const last = Math.ceil(total / size);
  const start = (number - 1) * size;
  const entries = Array.from({ length: Math.max(0, Math.min(size, total - start)) }, (_, i) =>
    entry(start + i),
  );
  const link = (to: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const headers =
    number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : undefined;
  return { body: entries, ...(headers && { headers }) };
}
