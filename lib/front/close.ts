import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpServer } from './connections';

/** How long requests that are under way may still take, in milliseconds; Docker waits 10 seconds for all to end. */
const PATIENCE = 8000;

/** A connection is kept until its response is out; this is how often to look, in milliseconds. */
const LOOK_EVERY = 50;

/** Responses that a client has not got to their end, by the server that sends them. */
const underWay = new WeakMap<HttpServer, Map<Socket, ServerResponse>>();

/** Keeps account of what is under way, from before a server's first request on, so that it can be closed well. */
export function watchResponses(server: HttpServer): void {
  const responses = new Map<Socket, ServerResponse>();
  underWay.set(server, responses);
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    responses.set(socket, response);
    response.once('close', () => {
      if (responses.get(socket) === response) responses.delete(socket);
    });
  });
}

/** Takes no new connections, lets requests that are under way end, and then resolves. */
export function closeServer(server: HttpServer, patience = PATIENCE): Promise<void> {
  const responses = underWay.get(server) ?? new Map<Socket, ServerResponse>();
  return new Promise((resolve) => {
    server.prependListener('request', (_: unknown, response: ServerResponse) => {
      response.shouldKeepAlive = false;
    });
    const closeIdle = server.closeIdleConnections.bind(server);
    // Node would call it at once.
    server.closeIdleConnections = () => undefined;
    const look = setInterval(() => {
      // To Node a response is over when its end is written, though much of it may not be out yet.
      if (responses.size === 0) closeIdle();
    }, LOOK_EVERY);
    const end = setTimeout(() => {
      server.closeAllConnections();
    }, patience);
    server.close(() => {
      clearInterval(look);
      clearTimeout(end);
      resolve();
    });
    // Those close by themselves when they are out.
    for (const response of responses.values()) response.shouldKeepAlive = false;
  });
}
