import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { readHost } from '@/lib/api/base-address';

/** Cached results; a site has only a few names, but clients may send any others. */
const known = new LRUCache<string, { host: string | undefined }>({ max: 100 });

/** Normalizes a Host header; undefined if it is invalid. */
export function hostOf(text: string): string | undefined {
  const found = known.get(text) ?? { host: readHost(text) };
  known.set(text, found);
  return found.host;
}

/** Why a request's Host header is invalid (RFC 9112, section 3.2); undefined if it is valid. */
export function badHost({ rawHeaders, headers, httpVersion }: IncomingMessage): string | undefined {
  const { host } = headers;
  // Only HTTP/1.0 allows requests without one.
  if (host === undefined) return httpVersion === '1.0' ? undefined : 'The Host header is missing.';
  if (isRepeated(rawHeaders, 'host')) return 'There is more than one Host header.';
  return hostOf(host) === undefined ? 'The Host header is invalid.' : undefined;
}

/** Node keeps the first of several Host headers, but a proxy may have used another. */
function isRepeated(rawHeaders: string[], name: string): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const it = rawHeaders[at];
    if (it?.length === name.length && it.toLowerCase() === name) count += 1;
  }
  return count > 1;
}

/** Returns path and query of a request target, which may be an absolute URL (RFC 9112, section 3.2.2). */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const rest = target.replace(/^https?:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') || rest === target ? rest : `/${rest}`;
}
