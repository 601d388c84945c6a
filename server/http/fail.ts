import type { IncomingMessage, ServerResponse } from 'node:http';
import { OriginError } from './origins';
import { refuse } from './refuse';

/**
 * Logs an error and ends the request, so that the client doesn't wait forever. Does nothing if the client has disconnected.
 */
export function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${request.method ?? ''} ${request.url ?? ''}: ${reason}\n`);
  if (response.headersSent) response.destroy();
  else if (error instanceof OriginError) {
    const reason = 'This page could not be rendered; please try again.';
    refuse(request, response, 503, reason, ['Retry-After', '1']);
  } else refuse(request, response, 500, 'A server error occurred.');
}
