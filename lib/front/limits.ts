import type { IncomingMessage } from 'node:http';

/** Room for the addresses of 500 repositories in one check. */
const LONGEST_URL = 32_768;

/** Node's own bound for all headers together, with room for the URL, which it counts as one. */
export const MOST_HEADER_BYTES = LONGEST_URL + 16_384;

/** Nothing of the API reads more than a small form. */
export const LARGEST_BODY = 65_536;

export const TOO_LARGE = `The body is larger than ${LARGEST_BODY} bytes.`;

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface Refusal {
  status: number;
  reason: string;
}

/** Why a request is not even looked at; undefined for one that is. */
export function refusalOf({
  url = '/',
  method = '',
  headers,
}: IncomingMessage): Refusal | undefined {
  // Such as OPTIONS *, which is for the server and not for anything on it.
  if (!/^(\/|https?:)/.test(url)) {
    return { status: 400, reason: 'This address has no path.' };
  }
  // Next's rewrites would take them, and addresses have no capitals there.
  if (/^\/api(?![\w-])/i.test(url) && !url.startsWith('/api')) {
    return { status: 404, reason: 'Not found.' };
  }
  if (!isWellFormed(url)) {
    return { status: 400, reason: 'The path of this address is not percent-encoded UTF-8.' };
  }
  if (url.length > LONGEST_URL) {
    return { status: 414, reason: `This address is longer than ${LONGEST_URL} characters.` };
  }
  // Next would answer a method that it doesn't know as a fault of its own.
  if (!methods.includes(method)) {
    return { status: 405, reason: `Method "${method}" not allowed.` };
  }
  if (Number(headers['content-length'] ?? 0) > LARGEST_BODY) {
    return { status: 413, reason: TOO_LARGE };
  }
  return undefined;
}

/** Whether a path can be decoded; Next would answer one that can't, such as `/%ff/`, as a fault of its own. */
function isWellFormed(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
