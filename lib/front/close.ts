import type { ServerResponse } from 'node:http';
import type { HttpServer } from './connections';

/** How long requests that are under way may still take, in milliseconds; Docker waits 10 seconds for all to end. */
const PATIENCE = 8000;

/** A connection is kept until its response is out; this is how often to look, in milliseconds. */
const LOOK_EVERY = 50;

/** Takes no new connections, lets requests that are under way end, and then resolves. `open` has the responses to those, at any time. */
export function closeServer(
  server: HttpServer,
  open: ReadonlySet<ServerResponse>,
  patience = PATIENCE,
): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_: unknown, response: ServerResponse) => {
      response.shouldKeepAlive = false;
    });
    const closeIdle = server.closeIdleConnections.bind(server);
    // Node would call it at once.
    server.closeIdleConnections = () => undefined;
    const look = setInterval(() => {
      // To Node a response is over when its end is written, though much of it may not be out yet.
      if (open.size === 0) closeIdle();
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
    for (const response of open) response.shouldKeepAlive = false;
  });
}
