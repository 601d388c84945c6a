import type { IncomingMessage } from 'node:http';
import { LARGEST_FILE } from '@/lib/api/check/limits';
import { isCheck } from '@/lib/http/url/check-path';
import { badHost } from './host';
import { pathOf } from '@/lib/http/url/path-of';

/** Maximum length of a URL in characters: room for the URLs of 500 repositories in one check. */
const LONGEST_URL = 32_768;

/** Node's limit for all headers together, in bytes, with room for the URL, which counts as one. */
export const MOST_HEADER_BYTES = LONGEST_URL + 16_384;

/** In bytes; everything but the check reads a small form at most. */
const LARGEST_BODY = 65_536;

/** The largest body of a request to a URL, in bytes. */
export const largestBody = (url = ''): number => (isCheck(url) ? LARGEST_FILE : LARGEST_BODY);

export const tooLarge = (most: number): string => `The request body is larger than ${most} bytes.`;

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface Refusal {
  status: number;
  reason: string;
}

/** Why a request is rejected for its headers; undefined if it is accepted. */
export function refusalOfHeaders(request: IncomingMessage): Refusal | undefined {
  const reason = badHost(request);
  if (reason !== undefined) return { status: 400, reason };
  const { url, headers } = request;
  const most = largestBody(url);
  return Number(headers['content-length'] ?? 0) > most
    ? { status: 413, reason: tooLarge(most) }
    : undefined;
}

/** Why a request is rejected for its method and URL; undefined if it is accepted. */
export function refusalOfUrl({ url = '/', method = '' }: IncomingMessage): Refusal | undefined {
  // Such as OPTIONS *, which is about the server as a whole.
  if (!url.startsWith('/')) {
    return { status: 400, reason: 'The URL has no path.' };
  }
  // Next's rewrites would match them, but URLs there are lowercase.
  if (/^\/api(?![\w-])/i.test(url) && !url.startsWith('/api')) {
    return { status: 404, reason: 'Not found.' };
  }
  if (INTERNAL.test(pathOf(url))) return { status: 404, reason: 'Not found.' };
  if (!isWellFormed(url)) {
    return { status: 400, reason: 'The URL path is not percent-encoded UTF-8.' };
  }
  if (url.length > LONGEST_URL) {
    return { status: 414, reason: `The URL is longer than ${LONGEST_URL} characters.` };
  }
  // Next would respond to an unknown method with a server error.
  if (!methods.includes(method)) {
    return { status: 405, reason: `Method "${method}" not allowed.` };
  }
  return undefined;
}

/** Next's internal URLs, such as its error pages and image optimizer. Only its static files are public. */
const INTERNAL = /^\/(_|%5f)(?!next\/static\/)/i;

/** Whether a path can be decoded; Next would respond to one that can't, such as `/%ff/`, with a server error. */
function isWellFormed(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
