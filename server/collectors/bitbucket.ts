import { z } from 'zod';
import { askJson, askText, type Answer, type Asking } from './ask';
import type { Readme, RepositoryFacts } from './facts';
import { factsOf, readIfChanged, type Parts } from './parts';
import { count, flag, line, time } from './payload';
import { findReadme, readmeOf } from './readme';
import {
  checkPath,
  encodedSegments,
  unknownFacts,
  type ReadOptions,
  type RepositoryHost,
} from './repository-host';

const BITBUCKET = { apiUrl: 'https://api.bitbucket.org/2.0', siteUrl: 'https://bitbucket.org' };

const repositorySchema = z.object({
  full_name: z.string(),
  description: line,
  mainbranch: z.object({ name: z.string() }).nullish(),
  parent: z.looseObject({}).nullish(),
  has_issues: flag,
});

const commitsSchema = z.object({ values: z.array(z.object({ hash: z.string(), date: time })) });

const filesSchema = z.object({
  values: z.array(z.object({ path: z.string(), type: z.string() })),
});

/** The host bitbucket.org; its options serve tests. */
export function bitbucketHost(
  asking: Asking,
  options: Partial<Omit<RepositoryHost, 'asking'>> = {},
): RepositoryHost {
  return { ...BITBUCKET, ...options, asking };
}

/**
 * Reads a repository on Bitbucket, which has no stars, archiving, topics, licenses or releases, and doesn't count commits. Its watchers are
 * people who get notifications, so they are not read.
 *
 * @throws {HostError}
 */
export async function readBitbucketRepository(
  host: RepositoryHost,
  path: string,
  { withReadme = false }: ReadOptions = {},
): Promise<Answer<RepositoryFacts>> {
  const url = `${host.apiUrl}/repositories/${encodedSegments(path).join('/')}`;
  const bitbucket = { url, headers: headersOf(host) };
  return await readIfChanged(
    host.asking,
    (asking) => readOwn(bitbucket, path, asking),
    async (repository, parts) => {
      const commit = repository.mainbranch
        ? await readCommit(bitbucket, repository.mainbranch.name, parts)
        : undefined;
      const countOf = (list: string) =>
        parts.read(() => countEntries(bitbucket, list, parts.asking));
      return {
        ...unknownFacts(host.siteUrl, repository.full_name),
        description: repository.description,
        forks: await countOf('forks'),
        openIssues: repository.has_issues === true ? await countOf(OPEN_ISSUES) : null,
        openPullRequests: await countOf('pullrequests?state=OPEN'),
        isFork: Boolean(repository.parent),
        defaultBranch: repository.mainbranch?.name ?? null,
        lastCommit: commit?.hash ?? null,
        lastCommitAt: commit?.date ?? null,
        readme:
          withReadme && commit
            ? await parts.read(() => readReadme(bitbucket, commit.hash, parts.asking))
            : null,
      };
    },
  );
}

const OPEN_ISSUES = `issues?q=${encodeURIComponent('(state = "new" OR state = "open")')}`;

/** A repository's URL in the API, and the headers of requests. */
interface Bitbucket {
  url: string;
  headers: Record<string, string>;
}

function headersOf({ token }: RepositoryHost): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

async function readOwn({ url, headers }: Bitbucket, path: string, asking: Asking) {
  const answer = await askJson(asking, url, { schema: repositorySchema, headers });
  if (!answer.isUnchanged) {
    checkPath({ path, url }, { path: answer.facts.full_name, url: answer.url });
  }
  return answer;
}

async function readCommit({ url, headers }: Bitbucket, branch: string, parts: Parts) {
  const page = `${url}/commits?include=${encodeURIComponent(branch)}&pagelen=1`;
  const answer = await parts.read(() =>
    askJson(parts.asking, page, { schema: commitsSchema, headers }),
  );
  return answer === null ? undefined : factsOf(answer).values[0];
}

/** The size of a list, of which one entry is read. */
async function countEntries({ url, headers }: Bitbucket, list: string, asking: Asking) {
  const page = `${url}/${list}${list.includes('?') ? '&' : '?'}pagelen=1`;
  const schema = z.object({ size: count });
  return factsOf(await askJson(asking, page, { schema, headers })).size;
}

async function readReadme(
  { url, headers }: Bitbucket,
  hash: string,
  asking: Asking,
): Promise<Readme | null> {
  const folder = `${url}/src/${encodeURIComponent(hash)}/`;
  const page = `${folder}?pagelen=100`;
  const { values } = factsOf(await askJson(asking, page, { schema: filesSchema, headers }));
  const files = values.filter(({ type }) => type === 'commit_file').map((file) => file.path);
  const name = findReadme(files);
  if (name === undefined) return null;
  return readmeOf(name, await askText(asking, folder + encodeURIComponent(name), headers));
}
