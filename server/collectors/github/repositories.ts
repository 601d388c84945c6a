import type { RepositoryFacts } from '@/server/collectors/facts';
import { HostError } from '@/server/collectors/host-error';
import { encodedSegments, type ReadOptions } from '@/server/collectors/repository-host';
import type { Github } from './connection';
import { askGraphql, QueryTooLarge, type GraphqlError } from './graphql';
import { aliasOf, repositoriesQuery } from './query';
import { nodeFacts, nodeSchema } from './repository-node';
import { readPath } from './rest';

/** What was found out about a repository. */
export type Found =
  { kind: 'facts'; facts: RepositoryFacts } | { kind: 'failed'; error: HostError };

/** Number of repositories per query. */
const BATCH = 100;

/** Number of failed queries after which a call asks no more: enough to halve a batch of 100 down to the one repository at fault. */
const MOST_FAILURES = 10;

/**
 * Reads repositories by GraphQL, 100 in a request; smaller batches if that takes GitHub too long. Finds something for each path, and never
 * throws a HostError: if a request fails, so do all of its repositories, and those of the requests after it if a quota is used up.
 * Weekly commits and contributors are unknown.
 */
export async function readRepositories(
  github: Github,
  paths: string[],
  { withReadme = false }: ReadOptions = {},
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const waiting = batchesOf(paths.filter((path) => isPath(path, found)));
  let failures = 0;
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    try {
      await readBatch(github, batch, { withReadme, found });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      failures += 1;
      const canSplit = error instanceof QueryTooLarge && batch.length > 1;
      if (canSplit && failures < MOST_FAILURES) {
        waiting.unshift(...halvesOf(batch));
        continue;
      }
      fail(found, batch, error);
      const isOver = error.kind === 'limited' || failures >= MOST_FAILURES;
      if (isOver) fail(found, waiting.splice(0).flat(), error);
    }
  }
  return found;
}

function fail(found: Map<string, Found>, paths: string[], error: HostError) {
  for (const path of paths) found.set(path, { kind: 'failed', error });
}

function isPath(path: string, found: Map<string, Found>): boolean {
  try {
    encodedSegments(path);
    return true;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    fail(found, [path], error);
    return false;
  }
}

function batchesOf(paths: string[]): string[][] {
  const distinct = [...new Set(paths)];
  const starts = Array.from({ length: Math.ceil(distinct.length / BATCH) }, (_, i) => i * BATCH);
  return starts.map((start) => distinct.slice(start, start + BATCH));
}

function halvesOf(batch: string[]): string[][] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

interface BatchOptions {
  withReadme: boolean;
  found: Map<string, Found>;
}

async function readBatch(github: Github, batch: string[], { withReadme, found }: BatchOptions) {
  const { data, errors } = await askGraphql(github, repositoriesQuery(batch, { withReadme }));
  for (const [index, path] of batch.entries()) {
    const alias = aliasOf(index);
    const own = errors.filter((error) => error.path?.[0] === alias);
    try {
      found.set(path, { kind: 'facts', facts: await factsAt(github, path, data[alias], own) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      fail(found, [path], error);
    }
  }
}

async function factsAt(
  github: Github,
  path: string,
  value: unknown,
  errors: GraphqlError[],
): Promise<RepositoryFacts> {
  if (value == null) throw errorAbout(path, errors);
  const node = nodeSchema.safeParse(value);
  if (!node.success) {
    const [issue] = node.error.issues;
    throw new HostError('invalid', `${path}: ${issue?.path.join('.') ?? ''} is not as documented`);
  }
  if (node.data.isDisabled === true) throw new HostError('missing', `GitHub has disabled ${path}`);
  await checkRename(github, path, node.data.nameWithOwner);
  return nodeFacts(github.siteUrl, node.data);
}

function errorAbout(path: string, [error]: GraphqlError[]): HostError {
  if (!error) return new HostError('invalid', `GitHub didn't answer about ${path}`);
  const text = `GitHub returned an error about ${path} (${error.message})`;
  if (error.type === 'NOT_FOUND') return new HostError('missing', text);
  return new HostError(error.type === 'FORBIDDEN' ? 'invalid' : 'unavailable', text);
}

/** GraphQL doesn't say whether it followed a rename or answered about the wrong repository; REST redirects from a former path. */
async function checkRename(github: Github, path: string, answered: string) {
  if (path.toLowerCase() === answered.toLowerCase()) return;
  const now = await readPath(github, path);
  if (now.toLowerCase() === answered.toLowerCase()) return;
  throw new HostError('invalid', `GitHub answered about ${answered}, not ${path}`);
}
