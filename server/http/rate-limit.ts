import type { IncomingMessage } from 'node:http';
import type { FindClient } from './client';
import type { SharedCounts } from './shared-counts';
import { countInWindows } from '@/lib/http/windows';

interface RateLimit {
  /** Requests per minute and client; 0 for no limit. */
  limit: number;
  findClient: FindClient;
  /** Set if other processes serve the same clients. */
  shared?: SharedCounts;
}

/** The rate limit headers of a response (name, value, name, value …), and whether the limit is exceeded. */
interface RateLimitStatus {
  isOver: boolean;
  headers: string[];
}

/** Counts a request. */
export type CountRequest = (request: IncomingMessage) => RateLimitStatus;

const MINUTE = 60;

const free: RateLimitStatus = { isOver: false, headers: [] };

/** The headers follow draft-ietf-httpapi-ratelimit-headers-10. */
export function rateLimit({ limit, findClient, shared }: RateLimit): CountRequest {
  if (limit === 0) return () => free;

  const windows = countInWindows(MINUTE * 1000);
  const policy = `"minute";q=${limit};w=${MINUTE}`;
  shared?.listen((counts) => {
    for (const [client, requests] of counts) windows.add(client, requests);
  });
  return (request) => {
    const client = findClient(request);
    shared?.add(client);
    const { count, left } = windows.add(client);
    const seconds = Math.max(1, Math.ceil(left / 1000));
    const status = `"minute";r=${Math.max(0, limit - count)};t=${seconds}`;
    const headers = ['RateLimit-Policy', policy, 'RateLimit', status];
    const isOver = count > limit;
    return { isOver, headers: isOver ? [...headers, 'Retry-After', String(seconds)] : headers };
  };
}
