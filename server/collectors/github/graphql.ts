import { z } from 'zod';
import { invalidDocument } from '@/server/collectors/ask';
import { HostError } from '@/server/collectors/host-error';
import { time } from '@/server/collectors/payload';
import { send, type Github } from './connection';
import { githubError } from './errors';

const errorSchema = z.object({
  type: z.string().nullish(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  message: z.string(),
});

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(errorSchema).nullish(),
});

const costSchema = z.object({
  cost: z.number(),
  limit: z.number(),
  remaining: z.number(),
  resetAt: time,
});

export type GraphqlError = z.output<typeof errorSchema>;

/** GitHub took too long to answer a query, so that a smaller one may succeed. */
export class QueryTooLarge extends HostError {
  constructor(message: string) {
    super('unavailable', message);
  }
}

/**
 * Sends a GraphQL query. Returns what it found by alias, and the errors of those that it didn't.
 *
 * @throws {QueryTooLarge}
 * @throws {HostError} if nothing was found
 */
export async function askGraphql(
  github: Github,
  query: { query: string; variables: Record<string, unknown> },
): Promise<{ data: Record<string, unknown>; errors: GraphqlError[] }> {
  const response = await send(github, 'POST /graphql', query).catch((error: unknown) => {
    const isTimeout = error instanceof HostError && /returned status 50[24]/.test(error.message);
    throw isTimeout ? new QueryTooLarge(error.message) : error;
  });
  const url = `${github.apiUrl}/graphql`;
  const answer = answerSchema.safeParse(response.body);
  if (!answer.success) throw invalidDocument(url, answer.error);
  const { data, errors } = answer.data;
  if (data) {
    reportCost(github, data['rateLimit']);
    return { data, errors: errors ?? [] };
  }
  const isLimited = errors?.some(({ type }) => type === 'RATE_LIMITED') === true;
  if (isLimited) throw githubError(response, github.asking.now());
  const message = `${url} returned no data (${errors?.[0]?.message ?? 'and no error'})`;
  if (errors?.some(isTimeoutError) === true) throw new QueryTooLarge(message);
  throw new HostError('unavailable', message);
}

/** GitHub's errors about its own time limits have no type, or one about resources. */
function isTimeoutError({ type, message }: GraphqlError): boolean {
  return (
    type === 'RESOURCE_LIMITS_EXCEEDED' ||
    /something went wrong while executing|timed? ?out|couldn't respond/i.test(message)
  );
}

function reportCost({ reportQuota }: Github, rateLimit: unknown) {
  const { data } = costSchema.safeParse(rateLimit);
  if (data?.resetAt == null) return;
  reportQuota({ resource: 'graphql', ...data, resetAt: data.resetAt });
}
