import type { IncomingMessage } from 'node:http';

/** The client preferences of a request, whatever the response is. */
export interface ClientPreferences {
  isHead: boolean;
  /** Accept-Encoding. */
  encodings: string | undefined;
  /** If-None-Match. */
  tags: string | undefined;
  /** If-Modified-Since. */
  since: string | undefined;
}

export function preferencesOf({ method, headers }: IncomingMessage): ClientPreferences {
  const isRead = method === 'GET' || method === 'HEAD';
  return {
    isHead: method === 'HEAD',
    encodings: headers['accept-encoding'],
    // For other methods these would decide whether to perform the request (RFC 9110, section 13.2.1), and no such
    // response has an ETag.
    tags: isRead ? headers['if-none-match'] : undefined,
    since: isRead ? headers['if-modified-since'] : undefined,
  };
}
