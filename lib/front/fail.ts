import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './refuse';

/**
 * Ends a request that something went wrong with in the front itself: a client never waits for what will not come. Where it was the client
 * that went away in the middle, nothing is to be told.
 */
export function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${request.method ?? ''} ${request.url ?? ''}: ${reason}\n`);
  if (response.headersSent) response.destroy();
  else refuse(request, response, 500, 'A server error occurred.');
}
