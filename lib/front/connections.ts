import type { Server } from 'node:http';
import type { Server as NetServer, Socket } from 'node:net';

/** Any server of HTTP, whatever its responses are. */
export type HttpServer = NetServer &
  Pick<Server, 'closeAllConnections' | 'closeIdleConnections' | 'timeout'>;

/** How long a client may take, in milliseconds. */
interface Times {
  /** For the headers of a request. */
  headers: number;
  /** For all of a request: the largest body is small. */
  request: number;
  /** Without asking for more; longer than the minute that proxies keep their connections to us, so that they are the ones to end them. */
  idle: number;
  /** Without a byte in either direction, while it sends a request or takes a response. A response that goes on may take any time. */
  stalled: number;
}

const TIMES: Times = { headers: 15_000, request: 30_000, idle: 65_000, stalled: 30_000 };

/** How often Node looks for requests that take too long. */
const LOOK_EVERY = 2000;

/** Where all places are taken, those that only keep a connection lose theirs, so often at most. */
const ROOM_EVERY = 100;

/** What `createServer` must know of them. */
export const serverTimes = (times = TIMES) => ({
  headersTimeout: times.headers,
  requestTimeout: times.request,
  keepAliveTimeout: times.idle,
  connectionsCheckingInterval: Math.min(LOOK_EVERY, times.headers),
});

/**
 * Ends connections that stall, and takes no more than so many of them. Not by `server.maxConnections`: with that, workers that are full
 * hand a connection to one another without end.
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
