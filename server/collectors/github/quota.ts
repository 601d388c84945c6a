import type { Micros } from '@/lib/time';

/** What is left of one of GitHub's hourly quotas. */
export interface Quota {
  /** `core` for REST, `graphql` for GraphQL. */
  resource: string;
  limit: number;
  remaining: number;
  resetAt: Micros;
  /** Points that the last request took; unknown for REST, where each takes one unless it was answered by 304. */
  cost?: number;
}

/** The quota in a response's headers; undefined if they have none. */
export function quotaOf(headers: Headers): Quota | undefined {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
    Number.parseInt(headers.get(`x-ratelimit-${name}`) ?? '', 10),
  );
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  if (Number.isNaN(limit + remaining + reset)) return undefined;
  const resource = headers.get('x-ratelimit-resource') ?? 'core';
  return { resource, limit, remaining, resetAt: reset * 1_000_000 };
}
