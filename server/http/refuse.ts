import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiError, isOfApi } from '@/lib/http/url/api-path';
import { methodsOf } from '@/lib/http/url/check-path';
import { guardHeaders } from './guard-headers';

/** Responds to a request that is not passed on to an origin; as JSON if it is for the API. `headers` are further ones: name, value … */
export function refuse(
  { url }: IncomingMessage,
  response: ServerResponse,
  status: number,
  reason: string,
  headers: string[] = [],
): void {
  const isJson = isOfApi(url);
  const body = isJson ? apiError(url, status, reason) : `${reason}\n`;
  const all = {
    'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    ...guardHeaders(url),
    ...(status === 405 && !headers.includes('Allow') ? { Allow: methodsOf(url) } : {}),
    // The rest of a body that is too large is not worth reading.
    ...(status === 413 ? { Connection: 'close' } : {}),
  };
  response.writeHead(status, [...Object.entries(all).flat(), ...headers]);
  response.end(body);
}
