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
  return {
    isHead: method === 'HEAD',
    encodings: headers['accept-encoding'],
    tags: headers['if-none-match'],
    since: headers['if-modified-since'],
  };
}

/** Leaves all that to the front: what answers now answers in full and plain. */
export function forgetReader(request: IncomingMessage): void {
  if (request.method === 'HEAD') request.method = 'GET';
  for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) {
    Reflect.deleteProperty(request.headers, name);
  }
}
