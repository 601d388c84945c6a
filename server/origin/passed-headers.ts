import type { IncomingHttpHeaders } from 'node:http';
import { hasSession } from '@/lib/http/session-cookie';

/** How much of a client's request Next gets to see. */
export type Passing =
  /** For an answer that the front keeps, or could: in full and plain, and the same for everybody. */
  | 'whole'
  /** For a file that is passed on as it comes: in parts too. */
  | 'stream'
  /** For a page that somebody edits by, with the scripts of Next. */
  | 'edit';

const always = ['host', 'accept', 'content-type', 'content-length'];

const more: Record<Passing, string[]> = {
  whole: ['authorization'],
  stream: ['range', 'if-range', 'if-none-match', 'if-modified-since'],
  edit: [
    ...[
      'authorization',
      'origin',
      'referer',
      'rsc',
      'next-action',
      'next-url',
      'next-router-state-tree',
    ],
    ...['next-router-prefetch', 'next-router-segment-prefetch'],
  ],
};

/**
 * The headers of a client's request that Next may know of. All others stay outside: by dozens of them Next can be told to answer otherwise
 * (`x-middleware-prefetch` makes `{}` of any page), and what it answers may be for everybody. Cookies are for somebody who is signed in.
 */
export function passedHeaders(headers: IncomingHttpHeaders, passing: Passing): IncomingHttpHeaders {
  const isForOne = passing === 'edit' || hasSession(headers.cookie);
  const names = [...always, ...more[passing], ...(isForOne ? ['cookie'] : [])];
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}
