import { toAsciiJson } from '@/lib/api/v3/json';
import { pathOf } from './path-of';

/**
 * Whether an address is one of the API's documents; `/api/` itself is a page. In capitals it is one too, since Next's rewrites take
 * them: no way of writing an address may lead past the limit of requests.
 */
export function isOfApi(url = ''): boolean {
  return OF_API.test(pathOf(url));
}

const OF_API = /^\/api\/v\d/i;

/** The body of an error of the API: v3 says it in its own way. */
export function apiError(url = '', status: number, reason: string): string {
  return url.startsWith('/api/v3')
    ? toAsciiJson({ error: status, message: reason })
    : JSON.stringify({ detail: reason });
}
