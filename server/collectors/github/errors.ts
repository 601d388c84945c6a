import { z } from 'zod';
import type { Micros } from '@/lib/time';
import { errorOf } from '@/server/collectors/ask';
import { HostError } from '@/server/collectors/host-error';
import { quotaOf } from './quota';

interface FailedResponse {
  status: number;
  url: string;
  headers: Headers;
  body: unknown;
}

/** How long to wait at a secondary limit if GitHub doesn't say, in microseconds: a minute, as its documentation asks for. */
const SECONDARY_WAIT = 60_000_000;

const bodySchema = z.object({
  message: z.string().optional(),
  errors: z.array(z.object({ type: z.string().optional() })).optional(),
});

/** The error for a response that failed, or that has no data because a quota of GraphQL is used up. */
export function githubError(response: FailedResponse, now: Micros): HostError {
  const { status, headers, url } = response;
  const body = bodySchema.safeParse(response.body);
  const { message = '', errors = [] } = body.success ? body.data : {};
  const text = `${url} returned status ${status}${message === '' ? '' : ` (${message})`}`;

  const isUsedUp = errors.some(({ type }) => type === 'RATE_LIMITED');
  if (isUsedUp || [403, 429].includes(status)) {
    const limited = limitedError(response, { now, text, message, isUsedUp });
    if (limited) return limited;
  }
  // 409 is about an empty repository. Blocked ones are taken down, as with status 451.
  const isGone = status === 409 || (status === 403 && /access blocked/i.test(message));
  if (isGone) return new HostError('missing', text);
  const { kind, retryAt } = errorOf({ status, headers }, url, now);
  return new HostError(kind, text, retryAt);
}

interface Limit {
  now: Micros;
  text: string;
  message: string;
  isUsedUp: boolean;
}

function limitedError(
  { status, headers, url }: FailedResponse,
  { now, text, message, isUsedUp }: Limit,
): HostError | undefined {
  const wait = errorOf({ status: 429, headers }, url, now).retryAt;
  if (wait !== undefined) return new HostError('limited', text, wait);
  const quota = quotaOf(headers);
  if (quota && (quota.remaining === 0 || isUsedUp)) {
    return new HostError('limited', text, quota.resetAt);
  }
  const isSecondary = status === 429 || isUsedUp || /\bsecondary rate\b|\babuse\b/i.test(message);
  return isSecondary ? new HostError('limited', text, now + SECONDARY_WAIT) : undefined;
}
