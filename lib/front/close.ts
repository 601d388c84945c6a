import type { ServerResponse } from 'node:http';
import type { HttpServer } from './connections';

/** How long requests that are under way may still take, in milliseconds; Docker waits 10 seconds for all to end. */
const PATIENCE = 8000;

/** A connection is kept until its response is out; this is how often to look, in milliseconds. */
const LOOK_EVERY = 50;

/** Takes no new connections, lets requests that are under way end, and then resolves. */
export function closeServer(server: HttpServer, patience = PATIENCE): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_: unknown, response: ServerResponse) => {
      response.shouldKeepAlive = false;
    });
    const look = setInterval(() => {
      server.closeIdleConnections();
    }, LOOK_EVERY);
    const end = setTimeout(() => {
      server.closeAllConnections();
    }, patience);
    server.close(() => {
      clearInterval(look);
      clearTimeout(end);
      resolve();
    });
  });
}
