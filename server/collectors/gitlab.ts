import { z } from 'zod';
import { askJson, askText, type Answer, type Asking } from './ask';
import type { Readme, RepositoryFacts, RepositoryRelease } from './facts';
import { factsOf, readIfChanged, type Parts } from './parts';
import { count, flag, line, releaseOf, spdxId, time, words } from './payload';
import { readmeOf } from './readme';
import {
  checkPath,
  encodedSegments,
  unknownFacts,
  type ReadOptions,
  type RepositoryHost,
} from './repository-host';

const GITLAB = { apiUrl: 'https://gitlab.com/api/v4', siteUrl: 'https://gitlab.com' };

/** A group, up to 20 levels of subgroups, and the project. */
const MOST_SEGMENTS = 22;

const projectSchema = z.object({
  path_with_namespace: z.string(),
  description: line,
  star_count: count,
  forks_count: count,
  open_issues_count: count,
  issues_access_level: line,
  merge_requests_access_level: line,
  archived: flag,
  mirror: flag,
  forked_from_project: z.looseObject({}).nullish(),
  empty_repo: flag,
  default_branch: line,
  license: z.object({ key: spdxId }).nullish(),
  topics: words,
  readme_url: line,
});

const commitSchema = z.object({ id: z.string(), committed_date: time });

const releaseSchema = z.object({
  tag_name: z.string(),
  name: line,
  description: z.string().nullish(),
  released_at: time,
  upcoming_release: flag,
  _links: z.object({ self: z.string().nullish() }).nullish(),
});

type Project = z.output<typeof projectSchema>;

/** The host gitlab.com, or another host that runs GitLab. */
export function gitlabHost(
  asking: Asking,
  options: Partial<Omit<RepositoryHost, 'asking'>> = {},
): RepositoryHost {
  return { ...GITLAB, ...options, asking };
}

/**
 * Reads a project on GitLab. Weekly commits are unknown, and so are contributors, since GitLab lists people's names and not their accounts.
 *
 * @throws {HostError}
 */
export async function readGitlabRepository(
  host: RepositoryHost,
  path: string,
  { withReadme = false }: ReadOptions = {},
): Promise<Answer<RepositoryFacts>> {
  const segments = encodedSegments(path, { mostSegments: MOST_SEGMENTS });
  const gitlab = {
    url: `${host.apiUrl}/projects/${segments.join('%2F')}`,
    headers: headersOf(host),
  };
  return await readIfChanged(
    host.asking,
    (asking) => readProject(gitlab, path, asking),
    async (project, parts) => ({
      ...unknownFacts(host.siteUrl, project.path_with_namespace),
      ...ownFacts(project),
      ...(project.empty_repo === true ? {} : await readCommits(gitlab, parts)),
      openPullRequests:
        project.merge_requests_access_level === 'disabled'
          ? null
          : await parts.read(() => countMergeRequests(gitlab, parts.asking)),
      latestRelease: await parts.read(() => readRelease(gitlab, parts.asking)),
      readme: withReadme ? await parts.read(() => readReadme(gitlab, project, parts.asking)) : null,
    }),
  );
}

/** A project's URL in the API, and the headers of requests. */
interface Gitlab {
  url: string;
  headers: Record<string, string>;
}

function headersOf({ token }: RepositoryHost): Record<string, string> {
  return token === undefined ? {} : { 'private-token': token };
}

async function readProject(gitlab: Gitlab, path: string, asking: Asking) {
  const url = `${gitlab.url}?license=true`;
  const { headers } = gitlab;
  const answer = await askJson(asking, url, { schema: projectSchema, headers });
  if (!answer.isUnchanged) {
    checkPath({ path, url }, { path: answer.facts.path_with_namespace, url: answer.url });
  }
  return answer;
}

function ownFacts(project: Project) {
  return {
    description: project.description,
    stars: project.star_count,
    forks: project.forks_count,
    openIssues: project.issues_access_level === 'disabled' ? null : project.open_issues_count,
    isArchived: project.archived,
    isFork: Boolean(project.forked_from_project),
    // Only shown to members of the project.
    isMirror: project.mirror,
    defaultBranch: project.empty_repo === true ? null : project.default_branch,
    license: project.license?.key ?? null,
    topics: project.topics,
  };
}

async function readCommits({ url, headers }: Gitlab, parts: Parts) {
  const page = `${url}/repository/commits?per_page=1`;
  const schema = z.array(commitSchema);
  const answer = await parts.read(() => askJson(parts.asking, page, { schema, headers }));
  const [newest] = answer === null ? [] : factsOf(answer);
  if (!newest) return {};
  const sequence = await parts.read(() =>
    askJson(parts.asking, `${url}/repository/commits/${encodeURIComponent(newest.id)}/sequence`, {
      schema: z.object({ count }),
      headers,
    }),
  );
  return {
    lastCommit: newest.id,
    lastCommitAt: newest.committed_date,
    commitCount: sequence === null ? null : factsOf(sequence).count,
  };
}

/** Counts open merge requests; null if there are so many that GitLab doesn't count them. */
async function countMergeRequests({ url, headers }: Gitlab, asking: Asking) {
  const page = `${url}/merge_requests?state=opened&per_page=1`;
  const schema = z.array(z.looseObject({}));
  const answer = await askJson(asking, page, { schema, headers });
  const total = /^\d+$/.exec(answer.headers.get('x-total') ?? '');
  return total && Number(total[0]);
}

async function readRelease(
  { url, headers }: Gitlab,
  asking: Asking,
): Promise<RepositoryRelease | null> {
  const schema = z.array(releaseSchema);
  const page = `${url}/releases?per_page=5`;
  const releases = factsOf(await askJson(asking, page, { schema, headers }));
  const newest = releases.find((release) => release.upcoming_release !== true);
  if (!newest) return null;
  return releaseOf({
    tag: newest.tag_name,
    name: newest.name,
    publishedAt: newest.released_at,
    notes: newest.description ?? null,
    url: newest._links?.self ?? '',
  });
}

async function readReadme(
  { url, headers }: Gitlab,
  { readme_url: page, default_branch: branch }: Project,
  asking: Asking,
): Promise<Readme | null> {
  if (page === null || branch === null) return null;
  const file = page.split(`/-/blob/${branch}/`)[1];
  if (file === undefined) return null;
  const path = decodeURIComponent(file);
  const raw = `${url}/repository/files/${encodeURIComponent(path)}/raw?ref=${encodeURIComponent(branch)}`;
  return readmeOf(path, await askText(asking, raw, headers));
}
