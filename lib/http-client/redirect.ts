import { checkUrl, parseUrl } from './check-url';
import { RefusedAddressError } from './refused-address-error';

/** One request of a chain of redirects. */
export interface Hop {
  url: URL;
  /** Whether the operator configured its origin, so that its address may be any. */
  isTrusted: boolean;
  method: string;
  headers: Headers;
  body: ArrayBuffer | null;
}

/** Where a response redirects to; undefined if it doesn't. */
export function locationOf(status: number, headers: { get: (name: string) => string | null }) {
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  return isRedirect ? (headers.get('location') ?? undefined) : undefined;
}

/**
 * The headers that are also sent to another origin. All others may be credentials, such as Authorization, Cookie or the Private-Token of
 * GitLab, or be meant for the first host.
 */
const HARMLESS_HEADERS = [
  'accept',
  'accept-language',
  'if-modified-since',
  'if-none-match',
  'user-agent',
];

/**
 * The request that follows a redirect. Trust ends with its origin, so nobody can redirect to a trusted origin but itself.
 *
 * @throws {RefusedAddressError} if the redirect may not be followed
 */
export function redirected(from: Hop, status: number, location: string): Hop {
  const url = parseUrl(location, from.url);
  const isSameOrigin = url.origin === from.url.origin;
  const isTrusted = from.isTrusted && isSameOrigin;
  checkUrl(url, isTrusted);
  if (from.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new RefusedAddressError(`${from.url.href} redirects from https to ${url.href}`);
  }
  const isRead = from.method === 'GET' || from.method === 'HEAD';
  if (!isRead && !(isSameOrigin && (status === 307 || status === 308))) {
    throw new RefusedAddressError(
      `${from.url.href} redirects a ${from.method} to ${url.href} with status ${status}, but only 307 and 308 to the same origin are followed`,
    );
  }
  return { ...from, url, isTrusted, headers: isSameOrigin ? from.headers : harmless(from.headers) };
}

function harmless(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => HARMLESS_HEADERS.includes(name)));
}
