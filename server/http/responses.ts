import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { HttpServer } from './connections';

const onConnection = new WeakMap<Duplex, Set<ServerResponse>>();

/**
 * Tracks responses that have not been fully sent; call it before the server's first request. When a connection ends, Node notifies only the
 * response being sent; this also notifies those queued behind it.
 */
export function watchResponses(server: HttpServer): ReadonlySet<ServerResponse> {
  const open = new Set<ServerResponse>();
  server.prependListener('connection', (socket: Duplex) => {
    const own = new Set<ServerResponse>();
    onConnection.set(socket, own);
    socket.once('close', () => {
      for (const response of own) if (response.socket === null) breakOff(response);
    });
  });
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const own = onConnection.get(socket);
    own?.add(response);
    open.add(response);
    response.once('close', () => {
      own?.delete(response);
      open.delete(response);
    });
  });
  return open;
}

function breakOff(response: ServerResponse): void {
  response.destroy();
  response.emit('close');
}

/** Whether a response is being sent on a connection, so that nothing else may be written to it. */
export function hasBegun(socket: Duplex): boolean {
  return [...(onConnection.get(socket) ?? [])].some(({ headersSent }) => headersSent);
}
