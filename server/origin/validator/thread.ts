import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { QueryTrace } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { MOST_HEADER_BYTES } from '@/lib/http/limits';
import { siteVersions } from '@/db/version';
import { openTraces } from './traces';

/**
 * Compares responses with the database, beside the thread that renders: for workers as an HTTP server on a socket of its own, and for the
 * renderer by messages.
 */

/** What the renderer sends: the queries of a new response, or a question whether one is still valid. */
export type ToValidator =
  | { kind: 'keep'; key: string; tag: string; trace: QueryTrace }
  | { kind: 'validate'; id: number; key: string; tag: string };

/** The reply to that question. */
export interface FromValidator {
  id: number;
  isValid: boolean;
}

if (!parentPort) throw new Error('This runs in a thread only.');
const port = parentPort;

const { mostBytes, socket } = z
  .object({ mostBytes: z.number(), socket: z.string() })
  .parse(workerData);
const versions = siteVersions();
const traces = openTraces(mostBytes, versions.data, revalidateWith(versions.data));

port.on('message', (message: ToValidator) => {
  const { key, tag } = message;
  if (message.kind === 'keep') traces.keep(key, tag, message.trace);
  else {
    traces.validate(key, tag, (isValid) => {
      port.postMessage({ id: message.id, isValid } satisfies FromValidator);
    });
  }
});

// A key contains a URL, of which percent-encoding may make three times as much.
const bounds = { keepAliveTimeout: 0, requestTimeout: 0, maxHeaderSize: 3 * MOST_HEADER_BYTES };
const server = createServer(bounds, (request, response) => {
  const { 'if-none-match': tag = '', 'x-key': key } = request.headers;
  traces.validate(decodeURIComponent(String(key)), tag, (isValid) => {
    response.writeHead(isValid ? 304 : 412).end();
  });
});
// One that was killed leaves its socket behind.
rmSync(socket, { force: true });
server.listen(socket);
