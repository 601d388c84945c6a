import type { IncomingMessage, ServerResponse } from 'node:http';
import { LARGEST_BODY, TOO_LARGE } from './limits';
import { endWith } from './unreadable';

/** A client that sends this much must not lose the answer by an abrupt end; one that sends more doesn't read it. */
const MOST_IGNORED = 16 * LARGEST_BODY;

/**
 * Counts the bytes of a body that doesn't say how long it is, as they come, and ends the connection where they are too many. Nobody has
 * to read it for that: also a body that the site ignores comes over the connection.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const { socket, url } = request;
  const push = request.push.bind(request);
  let [bytes, isRefused] = [0, false];
  request.push = (chunk: Buffer | null, encoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= LARGEST_BODY) return push(chunk, encoding);
    if (bytes > MOST_IGNORED || response.headersSent) socket.destroy();
    else if (!isRefused) endWith(socket, 413, TOO_LARGE, url);
    isRefused = true;
    return true;
  };
}
