import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryTrace } from '@/db/query-trace';
import type { Reply, ToValidator } from './thread';

/** Remembers the queries behind responses, and checks whether they still return the same rows. */
export interface Validator {
  /** Takes the queries of a new response; undefined if they are unknown. */
  keep: (key: string, tag: string, trace: QueryTrace | undefined) => void;
  /** Resolves to whether a response is up to date; false if its queries are unknown. */
  validate: (key: string, tag: string) => Promise<boolean>;
}

interface ValidatorOptions {
  /** The project folder. */
  folder: string;
  /** Path of the socket for workers. */
  socket: string;
  mostBytes: number;
  /** Called if the thread ends. */
  onEnd: () => void;
}

/** Starts a thread that runs the queries, which take up to some tens of milliseconds. */
export function openValidator({ folder, socket, mostBytes, onEnd }: ValidatorOptions): Validator {
  const waiting = new Map<number, (isValid: boolean) => void>();
  let last = 0;
  const thread = new Worker(join(folder, '.server', 'validator.js'), {
    workerData: { mostBytes, socket },
  });
  thread.on('message', ({ id, isValid }: Reply) => {
    waiting.get(id)?.(isValid);
    waiting.delete(id);
  });
  thread.on('error', (error) => {
    process.stderr.write(`The validator exited: ${String(error)}\n`);
  });
  thread.once('exit', onEnd);

  const send = (message: ToValidator) => {
    thread.postMessage(message);
  };
  return {
    keep: (key, tag, trace) => {
      send({ kind: 'keep', key, tag, trace });
    },
    validate: (key, tag) =>
      new Promise((resolve) => {
        const id = (last += 1);
        waiting.set(id, resolve);
        send({ kind: 'validate', id, key, tag });
      }),
  };
}
