import { toAsciiJson } from '@/lib/api/v3/json';

/** Any host does: a request may name the whole address, and its path may have dots and backslashes in it, as Next reads them. */
const HOST = 'http://localhost';

/**
 * Whether an address is one of the API's documents; `/api/` itself is a page. In capitals it is one too, since Next's rewrites take
 * them: no way of writing an address may lead past the limit of requests.
 */
export function isOfApi(url = ''): boolean {
  if (PLAIN.test(url)) return OF_API.test(url);
  return OF_API.test(URL.canParse(url, HOST) ? new URL(url, HOST).pathname : url);
}

const OF_API = /^\/api\/v\d/i;

/** What can be read as it stands, as nearly every address can. */
const PLAIN = /^\/[\w-][\w/-]*(?:\?|$)/;

/** The body of an error of the API: v3 says it in its own way. */
export function apiError(url = '', status: number, reason: string): string {
  return url.startsWith('/api/v3')
    ? toAsciiJson({ error: status, message: reason })
    : JSON.stringify({ detail: reason });
}
