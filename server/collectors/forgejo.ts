import { z } from 'zod';
import { askJson, askText, type Answer, type Asking } from './ask';
import type { Readme, RepositoryFacts, RepositoryRelease } from './facts';
import { factsOf, readIfChanged, type Parts } from './parts';
import { count, flag, line, releaseOf, spdxId, time, words } from './payload';
import { findReadme, readmeOf } from './readme';
import {
  checkPath,
  encodedSegments,
  unknownFacts,
  type ReadOptions,
  type RepositoryHost,
} from './repository-host';

const CODEBERG = { apiUrl: 'https://codeberg.org/api/v1', siteUrl: 'https://codeberg.org' };

// Its watchers_count is of people who get notifications, not of stars.
const repositorySchema = z.object({
  full_name: z.string(),
  description: line,
  stars_count: count,
  forks_count: count,
  open_issues_count: count,
  open_pr_counter: count,
  archived: flag,
  archived_at: time,
  fork: flag,
  mirror: flag,
  empty: flag,
  default_branch: line,
  has_issues: flag,
  has_pull_requests: flag,
  external_tracker: z.looseObject({}).nullish(),
  topics: words,
  licenses: z.array(spdxId).nullish(),
});

const commitSchema = z.object({
  sha: z.string(),
  commit: z.object({ committer: z.object({ date: time }).nullish() }).nullish(),
});

const releaseSchema = z.object({
  tag_name: z.string(),
  name: line,
  body: z.string().nullish(),
  published_at: time,
  html_url: z.string(),
});

const fileSchema = z.object({ name: z.string(), type: z.string() });

type Repository = z.output<typeof repositorySchema>;

/** The host codeberg.org, or another host that runs Forgejo or Gitea. */
export function forgejoHost(
  asking: Asking,
  options: Partial<Omit<RepositoryHost, 'asking'>> = {},
): RepositoryHost {
  return { ...CODEBERG, ...options, asking };
}

/**
 * Reads a repository on Codeberg or another host that runs Forgejo. Weekly commits and contributors are unknown.
 *
 * @throws {HostError}
 */
export async function readForgejoRepository(
  host: RepositoryHost,
  path: string,
  { withReadme = false }: ReadOptions = {},
): Promise<Answer<RepositoryFacts>> {
  const url = `${host.apiUrl}/repos/${encodedSegments(path).join('/')}`;
  const forgejo = { url, headers: headersOf(host) };
  return await readIfChanged(
    host.asking,
    async (asking) => {
      const { headers } = forgejo;
      const answer = await askJson(asking, url, { schema: repositorySchema, headers });
      if (!answer.isUnchanged) {
        checkPath({ path, url }, { path: answer.facts.full_name, url: answer.url });
      }
      return answer;
    },
    async (repository, parts) => ({
      ...unknownFacts(host.siteUrl, repository.full_name),
      ...ownFacts(repository),
      ...(repository.empty === true ? {} : await readCommits(forgejo, parts)),
      latestRelease: await parts.read(() => readRelease(forgejo, parts.asking)),
      readme:
        withReadme && repository.empty !== true
          ? await parts.read(() => readReadme(forgejo, parts.asking))
          : null,
    }),
  );
}

function headersOf({ token }: RepositoryHost): Record<string, string> {
  return token === undefined ? {} : { authorization: `token ${token}` };
}

function ownFacts(repository: Repository) {
  const hasTracker = repository.has_issues !== false && !repository.external_tracker;
  const [license = null, ...more] = repository.licenses ?? [];
  return {
    description: repository.description,
    stars: repository.stars_count,
    forks: repository.forks_count,
    openIssues: hasTracker ? repository.open_issues_count : null,
    openPullRequests: repository.has_pull_requests === false ? null : repository.open_pr_counter,
    isArchived: repository.archived,
    archivedAt: repository.archived === true ? repository.archived_at : null,
    isFork: repository.fork,
    isMirror: repository.mirror,
    defaultBranch: repository.empty === true ? null : repository.default_branch,
    license: more.length > 0 ? null : license,
    topics: repository.topics,
  };
}

/** A repository's URL in the API, and the headers of requests. */
interface Forgejo {
  url: string;
  headers: Record<string, string>;
}

async function readCommits({ url, headers }: Forgejo, parts: Parts) {
  const page = `${url}/commits?limit=1&stat=false&verification=false&files=false`;
  const answer = await parts.read(() =>
    askJson(parts.asking, page, { schema: z.array(commitSchema), headers }),
  );
  if (!answer) return {};
  const [newest] = factsOf(answer);
  const total = count.safeParse(Number(answer.headers.get('x-total-count') ?? NaN));
  return {
    lastCommit: newest?.sha ?? null,
    lastCommitAt: newest?.commit?.committer?.date ?? null,
    commitCount: total.success ? total.data : null,
  };
}

async function readRelease(
  { url, headers }: Forgejo,
  asking: Asking,
): Promise<RepositoryRelease | null> {
  const schema = releaseSchema;
  const release = factsOf(await askJson(asking, `${url}/releases/latest`, { schema, headers }));
  return releaseOf({
    tag: release.tag_name,
    name: release.name,
    publishedAt: release.published_at,
    notes: release.body ?? null,
    url: release.html_url,
  });
}

async function readReadme({ url, headers }: Forgejo, asking: Asking): Promise<Readme | null> {
  const schema = z.array(fileSchema);
  const files = factsOf(await askJson(asking, `${url}/contents`, { schema, headers }));
  const name = findReadme(files.filter(({ type }) => type === 'file').map((file) => file.name));
  if (name === undefined) return null;
  return readmeOf(name, await askText(asking, `${url}/raw/${encodeURIComponent(name)}`, headers));
}
