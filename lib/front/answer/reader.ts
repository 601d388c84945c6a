import type { IncomingMessage } from 'node:http';

/** What a request says of the form in which it wants its answer, whatever the answer is. */
export interface Reader {
  isHead: boolean;
  /** Accept-Encoding. */
  encodings: string | undefined;
  /** If-None-Match. */
  tags: string | undefined;
  /** If-Modified-Since. */
  since: string | undefined;
}

export function readerOf({ method, headers }: IncomingMessage): Reader {
  const isRead = method === 'GET' || method === 'HEAD';
  return {
    isHead: method === 'HEAD',
    encodings: headers['accept-encoding'],
    // Of what does something these would say whether to do it (RFC 9110, section 13.2.1), and no such answer has a tag.
    tags: isRead ? headers['if-none-match'] : undefined,
    since: isRead ? headers['if-modified-since'] : undefined,
  };
}

/** Conditions and parts of a body are for who sends what is behind: the front knows its tags and forms alone. */
const forgotten = [
  ...['accept-encoding', 'range', 'if-range'],
  ...['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'],
];

/** Leaves all that to the front: what answers now answers in full and plain. */
export function forgetReader(request: IncomingMessage): void {
  if (request.method === 'HEAD') request.method = 'GET';
  for (const name of forgotten) Reflect.deleteProperty(request.headers, name);
}
