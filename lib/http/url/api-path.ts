import { toAsciiJson } from '@/lib/api/v3/json';
import { pathOf } from './path-of';

/**
 * Whether a URL is that of an API document; `/api/` itself is a page. Case-insensitive, like Next's rewrites: no spelling of a URL may
 * bypass the rate limit.
 */
export function isOfApi(url = ''): boolean {
  return OF_API.test(pathOf(url));
}

const OF_API = /^\/api\/v\d/i;

/** Returns the body of an API error; v3 has a format of its own. */
export function apiError(url = '', status: number, reason: string): string {
  return url.startsWith('/api/v3')
    ? toAsciiJson({ error: status, message: reason })
    : JSON.stringify({ detail: reason });
}
