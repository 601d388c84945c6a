import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiError, isOfApi } from './api-path';
import { methodsOf } from './check-path';
import { guardHeaders } from './guard-headers';

/** Responds to a request that never reaches the site; as JSON if it is for the API. */
export function refuse(
  { url }: IncomingMessage,
  response: ServerResponse,
  status: number,
  reason: string,
): void {
  const isJson = isOfApi(url);
  response.writeHead(status, {
    'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    ...guardHeaders(url),
    ...(status === 405 ? { Allow: methodsOf(url) } : {}),
    // The rest of a body that is too large is not worth reading.
    ...(status === 413 ? { Connection: 'close' } : {}),
  });
  response.end(isJson ? apiError(url, status, reason) : `${reason}\n`);
}
