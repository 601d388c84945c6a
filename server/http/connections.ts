import type { Server } from 'node:http';
import type { Server as NetServer, Socket } from 'node:net';

/** Any HTTP server, whatever its type of response. */
export type HttpServer = NetServer &
  Pick<Server, 'closeAllConnections' | 'closeIdleConnections' | 'timeout'>;

/** Timeouts for clients, in milliseconds. */
interface Times {
  /** For the headers of a request. */
  headers: number;
  /** For a whole request; even the largest body is small. */
  request: number;
  /** Without a new request; longer than the minute for which proxies keep their connections to us, so that the proxies close them. */
  idle: number;
  /** Without a byte in either direction during a request or response. A response that makes progress may take any time. */
  stalled: number;
}

const TIMES: Times = { headers: 15_000, request: 30_000, idle: 65_000, stalled: 30_000 };

/** How often Node checks for slow requests, in milliseconds. */
const LOOK_EVERY = 2000;

/** Minimum interval between closing idle connections when there is no room for new ones, in milliseconds. */
const ROOM_EVERY = 100;

/** The timeout options of `createServer`. */
export const serverTimes = (times = TIMES) => ({
  headersTimeout: times.headers,
  requestTimeout: times.request,
  keepAliveTimeout: times.idle,
  connectionsCheckingInterval: Math.min(LOOK_EVERY, times.headers),
});

/**
 * Closes stalled connections and limits the number of open ones. Not by `server.maxConnections`: with that, workers that are full hand a
 * connection to one another endlessly.
 */
export function guardConnections(server: HttpServer, most: number, { stalled } = TIMES): void {
  server.timeout = stalled;
  let open = 0;
  const makeRoom = atMostEvery(ROOM_EVERY, () => {
    server.closeIdleConnections();
  });
  server.on('connection', (socket: Socket) => {
    if (open >= most) {
      socket.destroy();
      makeRoom();
      return;
    }
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
  });
}

function atMostEvery(milliseconds: number, act: () => void): () => void {
  let last = -Infinity;
  return () => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    act();
  };
}
