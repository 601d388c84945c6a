import { z } from 'zod';
import type { Answer } from '@/server/collectors/ask';
import type { Readme, RepositoryFacts, RepositoryRelease } from '@/server/collectors/facts';
import { HostError } from '@/server/collectors/host-error';
import { factsOf, readIfChanged, unconditional, type Parts } from '@/server/collectors/parts';
import { count, flag, line, releaseOf, spdxId, time, words } from '@/server/collectors/payload';
import { readmeOf } from '@/server/collectors/readme';
import {
  checkPath,
  encodedSegments,
  unknownFacts,
  type ReadOptions,
} from '@/server/collectors/repository-host';
import { askRest, type Github } from './connection';

// Its watchers_count is the same as its stars; its subscribers_count is of people who get notifications.
const repositorySchema = z.object({
  full_name: z.string(),
  description: line,
  stargazers_count: count,
  forks_count: count,
  open_issues_count: count,
  has_issues: flag,
  archived: flag,
  disabled: flag,
  fork: flag,
  mirror_url: line,
  default_branch: line,
  license: z.object({ spdx_id: spdxId }).nullish(),
  topics: words,
});

const commitSchema = z.object({
  sha: z.string(),
  commit: z.object({ committer: z.object({ date: time }).nullish() }),
});

const releaseSchema = z.object({
  tag_name: z.string(),
  name: line,
  body: z.string().nullish(),
  published_at: time,
  html_url: z.string(),
});

const readmeSchema = z.object({ path: z.string(), content: z.string(), encoding: z.string() });

type Repository = z.output<typeof repositorySchema>;

/**
 * Reads a repository by REST, in 4 requests or 5 with its README, or 1 if nothing has changed: for when there is no token, or GraphQL is
 * out of order. When it was archived, the weekly commits and the contributors are unknown.
 *
 * @throws {HostError}
 */
export async function readRepositoryRest(
  github: Github,
  path: string,
  { withReadme = false }: ReadOptions = {},
): Promise<Answer<RepositoryFacts>> {
  const base = `/repos/${encodedSegments(path).join('/')}`;
  return await readIfChanged(
    github.asking,
    (asking) => askRepository({ ...github, asking }, path),
    async (repository, parts) => {
      const own = { ...github, asking: parts.asking };
      const openPullRequests = await parts.read(() => countPullRequests(own, base));
      return {
        ...unknownFacts(github.siteUrl, repository.full_name),
        ...ownFacts(repository),
        openPullRequests,
        openIssues: openIssues(repository, openPullRequests),
        ...(await readCommits(own, base, parts)),
        latestRelease: await parts.read(() => readRelease(own, base)),
        readme: withReadme ? await parts.read(() => readReadme(own, base)) : null,
      };
    },
  );
}

/**
 * The path that a repository has now, if GitHub redirects to it from the given one.
 *
 * @throws {HostError} `invalid` if it answers about another repository
 */
export async function readPath(github: Github, path: string): Promise<string> {
  const asking = unconditional(github.asking);
  return factsOf(await askRepository({ ...github, asking }, path)).full_name;
}

async function askRepository(github: Github, path: string) {
  const base = `/repos/${encodedSegments(path).join('/')}`;
  const answer = await askRest(github, base, repositorySchema);
  if (!answer.isUnchanged) {
    const { full_name: answered, disabled } = answer.facts;
    checkPath({ path, url: github.apiUrl + base }, { path: answered, url: answer.url });
    if (disabled === true) throw new HostError('missing', `GitHub has disabled ${path}`);
  }
  return answer;
}

function ownFacts(repository: Repository) {
  return {
    description: repository.description,
    stars: repository.stargazers_count,
    forks: repository.forks_count,
    isArchived: repository.archived,
    isFork: repository.fork,
    isMirror: repository.mirror_url !== null,
    defaultBranch: repository.default_branch,
    license: repository.license?.spdx_id ?? null,
    topics: repository.topics,
  };
}

/** Open issues without pull requests, which GitHub counts among them. */
function openIssues(repository: Repository, pullRequests: number | null): number | null {
  const { has_issues: hasIssues, open_issues_count: total } = repository;
  if (hasIssues === false || total === null || pullRequests === null) return null;
  return Math.max(0, total - pullRequests);
}

/** The length of a list that was asked for one entry a page: the number of its last page. */
function lengthOf(entries: unknown[], headers: Headers): number {
  const last = /[?&]page=(\d+)[^>]*>; rel="last"/.exec(headers.get('link') ?? '');
  return last ? Number(last[1]) : entries.length;
}

async function countPullRequests(github: Github, base: string): Promise<number> {
  const schema = z.array(z.looseObject({}));
  const answer = await askRest(github, `${base}/pulls?state=open&per_page=1`, schema);
  return lengthOf(factsOf(answer), answer.headers);
}

async function readCommits(github: Github, base: string, parts: Parts) {
  const answer = await parts.read(() =>
    askRest(github, `${base}/commits?per_page=1`, z.array(commitSchema)),
  );
  // An empty repository, which still has a name for its default branch; or a failure.
  if (answer === null) return {};
  const commits = factsOf(answer);
  return {
    lastCommit: commits[0]?.sha ?? null,
    lastCommitAt: commits[0]?.commit.committer?.date ?? null,
    commitCount: lengthOf(commits, answer.headers),
  };
}

async function readRelease(github: Github, base: string): Promise<RepositoryRelease | null> {
  const release = factsOf(await askRest(github, `${base}/releases/latest`, releaseSchema));
  return releaseOf({
    tag: release.tag_name,
    name: release.name,
    publishedAt: release.published_at,
    notes: release.body ?? null,
    url: release.html_url,
  });
}

async function readReadme(github: Github, base: string): Promise<Readme | null> {
  const file = factsOf(await askRest(github, `${base}/readme`, readmeSchema));
  // Files of more than 1 MB have no content.
  if (file.encoding !== 'base64') return null;
  return readmeOf(file.path, Buffer.from(file.content, 'base64').toString('utf8'));
}
