import type { IncomingMessage, ServerResponse } from 'node:http';
import { logLine } from './line';
import { sourceOf } from './source';

type Write = (line: string) => void;

/** Writes a line for a request when it is over. */
export function logRequest(write: Write, request: IncomingMessage, response: ServerResponse): void {
  const begin = performance.now();
  const { socket } = request;
  const before = socket.bytesWritten;
  response.once('close', () => {
    const milliseconds = performance.now() - begin;
    const bytes = socket.bytesWritten - before;
    write(logLine(new Date(), { ...factsOf(request, response), bytes, milliseconds }));
  });
}

function factsOf({ method = '', url = '' }: IncomingMessage, response: ServerResponse) {
  return {
    worker: process.pid,
    method,
    url,
    status: response.statusCode,
    cache: sourceOf(response),
    isAborted: !response.writableFinished,
  };
}
