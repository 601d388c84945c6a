import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { QueryTrace } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { siteVersions, watchReplacement } from '@/db/version';
import { readLines } from '@/server/primary/lines';
import { openTraces } from './traces';

/**
 * Validates responses off the rendering thread: workers connect by a socket, and the renderer sends messages.
 */

/** Asks whether a response is up to date. On the socket, each request is a line of JSON, as is each reply. */
const validationRequest = z.object({ id: z.number(), key: z.string(), tag: z.string() });

export type ValidationRequest = z.infer<typeof validationRequest>;

export interface Reply {
  id: number;
  isValid: boolean;
}

/** What the renderer sends: the queries of a new response, or a request. */
export type ToValidator =
  | { kind: 'keep'; key: string; tag: string; trace: QueryTrace | undefined }
  | ({ kind: 'validate' } & ValidationRequest);

if (!parentPort) throw new Error('This runs in a thread only.');
const port = parentPort;

const { mostBytes, socket } = z
  .object({ mostBytes: z.number(), socket: z.string() })
  .parse(workerData);
const versions = siteVersions();
const traces = openTraces(mostBytes, versions.data, revalidateWith(versions.data));

const isReplaced = watchReplacement();

function answer({ id, key, tag }: ValidationRequest, send: (reply: Reply) => void): void {
  // Its queries would read the old file. The origin ends with it, and its replacement opens the new one.
  if (isReplaced()) process.exit();
  traces.validate(key, tag, (isValid) => {
    send({ id, isValid });
  });
}

port.on('message', (message: ToValidator) => {
  if (message.kind === 'keep') traces.keep(message.key, message.tag, message.trace);
  else {
    answer(message, (reply) => {
      port.postMessage(reply);
    });
  }
});

const server = createServer((connection) => {
  readLines(connection, (line) => {
    answer(validationRequest.parse(JSON.parse(line)), (reply) => {
      connection.write(`${JSON.stringify(reply)}\n`);
    });
  });
});
// One that was killed leaves its socket behind.
rmSync(socket, { force: true });
server.listen(socket);
