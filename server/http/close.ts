import type { ServerResponse } from 'node:http';
import type { HttpServer } from './connections';

/** How long requests in progress may still take, in milliseconds; Docker waits 10 seconds for everything to end. */
const PATIENCE = 8000;

/** How often to check whether all responses have been sent, so that idle connections can be closed, in milliseconds. */
const LOOK_EVERY = 50;

/** Refuses new connections, lets requests in progress finish, then resolves. `open` contains the responses in progress at any time. */
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
    // Node would call it immediately.
    server.closeIdleConnections = () => undefined;
    const look = setInterval(() => {
      // Node considers a response finished when its end is written, though much of it may not be sent yet.
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
    // Their connections close by themselves once they are sent.
    for (const response of open) response.shouldKeepAlive = false;
  });
}
