import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { HttpServer } from './connections';

const onConnection = new WeakMap<Duplex, Set<ServerResponse>>();

/**
 * The responses that clients have not got to their end, kept from before a server's first request on. When a connection ends, Node tells
 * only the response that is being sent: those that wait behind it for their turn are told here.
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

/** Whether a response is going out on a connection, so that nothing else may be said on it. */
export function hasBegun(socket: Duplex): boolean {
  return [...(onConnection.get(socket) ?? [])].some(({ headersSent }) => headersSent);
}
