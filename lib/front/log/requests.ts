import type { IncomingMessage, ServerResponse } from 'node:http';
import { logLine } from './line';
import { sourceOf } from './source';

type Write = (line: string) => void;

/** Writes a line for a request when it is over. */
export function logRequest(write: Write, request: IncomingMessage, response: ServerResponse): void {
  const begin = performance.now();
  // An answer in the making may take another method.
  const { socket, method = '', url = '' } = request;
  const before = socket.bytesWritten;
  response.once('close', () => {
    const milliseconds = performance.now() - begin;
    const bytes = socket.bytesWritten - before;
    const facts = { worker: process.pid, method, url, bytes, milliseconds };
    write(logLine(new Date(), { ...facts, ...outcomeOf(response) }));
  });
}

function outcomeOf(response: ServerResponse) {
  return {
    status: response.statusCode,
    cache: sourceOf(response),
    isAborted: !response.writableFinished,
  };
}
