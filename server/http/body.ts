import type { IncomingMessage, ServerResponse } from 'node:http';
import { largestBody, tooLarge } from './limits';
import { endWith } from './unreadable';

/** Bytes over the limit that a client may send and still get the response; one that sends more doesn't read it. */
const MOST_IGNORED = 1_048_576;

/**
 * Counts the bytes of a body of undeclared length as they arrive, and ends the connection if there are too many. This works even if nothing
 * reads the body: one that the site ignores is received too.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const { socket, url } = request;
  const most = largestBody(url);
  const push = request.push.bind(request);
  let [bytes, isRefused] = [0, false];
  request.push = (chunk: Buffer | null, encoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= most) return push(chunk, encoding);
    if (bytes > most + MOST_IGNORED || response.headersSent) socket.destroy();
    else if (!isRefused) endWith(socket, 413, tooLarge(most), url);
    isRefused = true;
    return true;
  };
}
