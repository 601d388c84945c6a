import type { IncomingMessage, ServerResponse } from 'node:http';
import { frameHeaders, guardHeaders } from '@/lib/guard-headers';
import { apiError, isOfApi } from './api-path';

/** What lets scripts of other sites read an answer, and when to come again. */
const readable = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'RateLimit, RateLimit-Policy, Retry-After',
};

/** Answers a request that never gets to the site, as JSON where it is for the API. */
export function refuse(
  { url }: IncomingMessage,
  response: ServerResponse,
  status: number,
  reason: string,
): void {
  const isJson = isOfApi(url);
  response.writeHead(status, {
    'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    ...frameHeaders,
    ...guardHeaders,
    ...(status === 405 ? { Allow: 'GET, HEAD, OPTIONS' } : {}),
    // What is left of a body that is too large is not worth to be read.
    ...(status === 413 ? { Connection: 'close' } : {}),
    ...(isJson ? readable : {}),
  });
  response.end(isJson ? apiError(url, status, reason) : `${reason}\n`);
}
