import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestLog } from '.';
import { sourceOf } from './source';

/** Logs a request when it has ended. */
export function logRequest(
  { note }: RequestLog,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const begin = performance.now();
  // The method may be changed while the response is produced.
  const { socket, method = '', url = '' } = request;
  const before = socket.bytesWritten;
  response.once('close', () => {
    note({
      time: Date.now(),
      worker: process.pid,
      method,
      url,
      status: response.statusCode,
      bytes: socket.bytesWritten - before,
      milliseconds: performance.now() - begin,
      cache: sourceOf(response),
      isAborted: !response.writableFinished,
    });
  });
}
