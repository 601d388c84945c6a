import { toAsciiJson } from '@/lib/api/v3/json';

/** Whether an address is one of the API's documents; `/api/` itself is a page. */
export function isOfApi(url = ''): boolean {
  return /^\/api\/v\d/.test(url);
}

/** The body of an error of the API: v3 says it in its own way. */
export function apiError(url = '', status: number, reason: string): string {
  return url.startsWith('/api/v3')
    ? toAsciiJson({ error: status, message: reason })
    : JSON.stringify({ detail: reason });
}
