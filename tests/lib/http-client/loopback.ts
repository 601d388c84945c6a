import { createServer, type RequestListener, type Server } from 'node:http';
import type { Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { createFetch, type FetchOptions } from '@/lib/http-client/create-fetch';

/** A fetch with generous limits, which trusts nobody. */
export const fetchWith = (options: Partial<FetchOptions> = {}) =>
  createFetch({
    userAgent: 'packgrid-test',
    timeout: 10_000,
    mostBytes: 1_000_000,
    trustedOrigins: [],
    ...options,
  });

/** Listens on a free port of 127.0.0.1, and returns it. */
export async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

export function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Opens a server for the length of the test. */
export async function openServer(listener: RequestListener) {
  const server = createServer(listener);
  let connections = 0;
  server.on('connection', () => (connections += 1));
  const port = await listen(server);
  onTestFinished(() => close(server));
  return { origin: `http://127.0.0.1:${port}`, connections: () => connections };
}
