import { Octokit } from '@octokit/core';
import { throttling } from '@octokit/plugin-throttling';
import { z } from 'zod';
import {
  asHostError,
  conditions,
  invalidDocument,
  validatorsOf,
  type Answer,
  type Asking,
  type Origin,
} from '@/server/collectors/ask';
import { HostError } from '@/server/collectors/host-error';
import { githubError } from './errors';
import { quotaOf, type Quota } from './quota';

export interface GithubOptions {
  /** Base URL of the API. */
  apiUrl?: string;
  /** Base URL of the pages. */
  siteUrl?: string;
  /** Without one, GitHub has no GraphQL and allows 60 requests an hour. */
  token?: string | undefined;
  /** How long to wait for a quota, in seconds, before it is reported as used up. */
  mostWait?: number;
  /** Called with what is left of a quota after each response that says so. */
  reportQuota?: (quota: Quota) => void;
}

/** A connection to GitHub's API. Limits the rate of requests as GitHub asks for, and waits for a quota only briefly. */
export interface Github {
  asking: Asking;
  octokit: Octokit;
  apiUrl: string;
  siteUrl: string;
  hasGraphql: boolean;
  reportQuota: (quota: Quota) => void;
}

const ThrottledOctokit = Octokit.plugin(throttling);

export function connectGithub(
  asking: Asking,
  {
    apiUrl = 'https://api.github.com',
    siteUrl = 'https://github.com',
    token,
    mostWait = 0,
    reportQuota = () => undefined,
  }: GithubOptions = {},
): Github {
  const mayWait = (seconds: number, _: unknown, __: unknown, retries: number) =>
    retries === 0 && seconds <= mostWait;
  const octokit = new ThrottledOctokit({
    baseUrl: apiUrl,
    userAgent: 'packgrid',
    ...(token === undefined ? {} : { auth: token }),
    request: { fetch: readFirst(asking.fetch) },
    // What hosts do wrong is reported by errors, not printed.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    // The plugin shares its limits among connections of the same id.
    throttle: { id: apiUrl, onRateLimit: mayWait, onSecondaryRateLimit: mayWait },
  });
  return { asking, octokit, apiUrl, siteUrl, hasGraphql: token !== undefined, reportQuota };
}

const ignore = () => undefined;

/** Reads a response's text before octokit does, which takes a body that breaks off for an empty one. */
function readFirst(fetch: Asking['fetch']): Asking['fetch'] {
  return async (input, init) => {
    const response = await fetch(input, init);
    const text = await response.text();
    const { status, headers, url } = response;
    const hasBody = text !== '' && status !== 204 && status !== 304;
    const copy = new Response(hasBody ? text : null, { status, headers });
    return Object.defineProperty(copy, 'url', { value: url });
  };
}

const responseSchema = z.object({
  status: z.number(),
  url: z.string(),
  headers: z.record(z.string(), z.unknown()),
  data: z.unknown(),
});

interface GithubResponse extends Origin {
  status: number;
  body: unknown;
}

/**
 * Sends a request.
 *
 * @throws {HostError} for all but success and 304
 */
export async function send(
  { octokit, asking, reportQuota }: Github,
  route: string,
  parameters: Record<string, unknown> = {},
): Promise<GithubResponse> {
  const response = await octokit.request(route, parameters).catch((error: unknown) => {
    const failed = z.object({ response: responseSchema }).safeParse(error);
    if (!failed.success) throw asHostError(error, route);
    const parsed = responseOf(failed.data.response);
    if (parsed.status === 304) return failed.data.response;
    const quota = quotaOf(parsed.headers);
    if (quota) reportQuota(quota);
    throw githubError(parsed, asking.now());
  });
  const parsed = responseOf(responseSchema.parse(response));
  const quota = quotaOf(parsed.headers);
  if (quota) reportQuota(quota);
  return parsed;
}

function responseOf({ status, url, headers, data }: z.output<typeof responseSchema>) {
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { status, url, headers: new Headers(Object.fromEntries(texts)), body: data };
}

/**
 * Requests a document of the REST API by its path after the base URL; conditionally if validators of its URL are known.
 *
 * @throws {HostError} if there is no valid document; `unavailable` with a time to ask again while GitHub computes it
 */
export async function askRest<Schema extends z.ZodType>(
  github: Github,
  path: string,
  schema: Schema,
): Promise<Answer<z.output<Schema>> & Origin> {
  const { asking, apiUrl } = github;
  const url = apiUrl + path;
  const known = asking.validators.get(url);
  const response = await send(github, `GET ${path}`, { headers: conditions(known) });
  const origin = { headers: response.headers, url: response.url === '' ? url : response.url };
  if (response.status === 304) return { isUnchanged: true, ...origin };
  if (response.status === 202) {
    const retryAt = asking.now() + COMPUTING;
    throw new HostError('unavailable', `${url} is still being computed`, retryAt);
  }
  const parsed = schema.safeParse(response.body);
  if (!parsed.success) throw invalidDocument(url, parsed.error);
  asking.validators.set(url, validatorsOf(response.headers));
  return { isUnchanged: false, facts: parsed.data, ...origin };
}

/** After how long GitHub may have computed statistics, in microseconds. */
const COMPUTING = 30_000_000;
