import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientFinder } from './client';
import type { SharedCounts } from './shared-counts';

interface RateLimit {
  /** Requests a minute and client; 0 for any number. */
  limit: number;
  /** Addresses, networks or the names that proxy-addr knows, whose X-Forwarded-For is believed. */
  trusted: string[];
  /** Where other processes answer the same clients. */
  shared?: SharedCounts;
}

/** Counts a request and says so in its response's headers; whether there are too many already. */
export type CountRequest = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const MINUTE = 60;

/** The headers are those of draft-ietf-httpapi-ratelimit-headers-10. */
export function rateLimit({ limit, trusted, shared }: RateLimit): CountRequest {
  if (limit === 0) return () => Promise.resolve(false);

  const counter = new RateLimiterMemory({ points: limit, duration: MINUTE });
  const findClient = clientFinder(trusted);
  shared?.listen((counts) => {
    for (const [client, requests] of counts) void counter.penalty(client, requests);
  });
  return async (request, response) => {
    const client = findClient(request);
    shared?.add(client);
    const { isOver, remainingPoints, msBeforeNext } = await count(counter, client);
    const seconds = Math.ceil(msBeforeNext / 1000);
    response.setHeader('RateLimit-Policy', `"minute";q=${limit};w=${MINUTE}`);
    response.setHeader('RateLimit', `"minute";r=${remainingPoints};t=${seconds}`);
    if (isOver) response.setHeader('Retry-After', Math.max(1, seconds));
    return isOver;
  };
}

async function count(counter: RateLimiterMemory, client: string) {
  try {
    const { remainingPoints, msBeforeNext } = await counter.consume(client);
    return { isOver: false, remainingPoints, msBeforeNext };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { isOver: true, remainingPoints: 0, msBeforeNext: refusal.msBeforeNext };
  }
}
