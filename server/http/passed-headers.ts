import type { IncomingHttpHeaders } from 'node:http';
import { hasSession } from '@/lib/http/session-cookie';

/** How much of a client's request Next gets to see. */
export type PassMode =
  /** For a response that is rendered in one piece: whole, unencoded and unconditional. */
  | 'whole'
  /** For one that is streamed: it may be partial. */
  | 'stream'
  /** For a page of the edit section, with Next's scripts. */
  | 'edit';

/** Content-Length is not among them: not every body is passed on, and a wrong length would make the next request a part of this one. */
const always = ['host', 'accept', 'content-type'];

const more: Record<PassMode, string[]> = {
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
    // The list of sessions shows the browser.
    ...['next-router-prefetch', 'next-router-segment-prefetch', 'user-agent'],
  ],
};

/**
 * The headers of a client's request that are passed on to Next. Dozens of others make Next respond differently (`x-middleware-prefetch`
 * turns any page into `{}`), and the response may be shared. Cookies are passed on only for users who are signed in.
 */
export function passedHeaders(headers: IncomingHttpHeaders, mode: PassMode): IncomingHttpHeaders {
  const isForOne = mode === 'edit' || hasSession(headers.cookie);
  const names = [...always, ...more[mode], ...(isForOne ? ['cookie'] : [])];
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}
