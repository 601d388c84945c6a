import type { IncomingMessage, ServerResponse } from 'node:http';
import { largestBody, tooLarge } from './limits';
import { refuse } from './refuse';

/** Bytes over the limit that a client may send and still get the response; a client that sends more won't read it. */
const MOST_IGNORED = 1_048_576;

/**
 * Counts the bytes of a body as they arrive, since its length may be undeclared, and responds if there are too many. This reads bodies that
 * nothing else reads.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const most = largestBody(request.url);
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= most) return;
    if (bytes > most + MOST_IGNORED) request.socket.destroy();
    else if (!response.headersSent) refuse(request, response, 413, tooLarge(most));
  });
}

/** Reads a body that is no longer than allowed; undefined if the client doesn't send all of it. Call it as soon as the request arrives. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('close', () => {
      resolve(undefined);
    });
  });
}
