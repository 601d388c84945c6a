import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages';

/** Knows what responses were rendered from, and compares it with the database. */
export interface Validator {
  /** Takes the queries of a new response, as the JSON of a QueryTrace; empty if they are unknown. */
  keep: (key: string, trace: Uint8Array) => void;
  /** Resolves to whether the response for a key is as the database is now; to false if that can't be told. */
  validate: (key: string) => Promise<boolean>;
}

/** A response that takes longer than this to validate is rendered anew, in milliseconds. */
const PATIENCE = 5000;

/** How long to wait before starting a thread that has ended again, in milliseconds. */
const PAUSE = 1000;

/**
 * Starts a thread that runs the queries, since they take up to some tens of milliseconds, in which neither hits nor renders should wait.
 * `folder` is the project folder.
 */
export function openValidator(folder: string, mostBytes: number): Validator {
  const waiting = new Map<number, (isValid: boolean) => void>();
  let last = 0;
  let thread: Worker | undefined;

  function start(): void {
    const started = new Worker(join(folder, '.server', 'validator.js'), {
      workerData: { mostBytes },
    });
    thread = started;
    started.unref();
    started.on('message', ({ id, isValid }: FromThread) => {
      waiting.get(id)?.(isValid);
    });
    started.on('error', (error) => {
      process.stderr.write(`The validator has ended: ${String(error)}\n`);
    });
    started.once('exit', () => {
      thread = undefined;
      for (const reply of waiting.values()) reply(false);
      setTimeout(start, PAUSE).unref();
    });
  }

  const send = (message: ToThread) => thread?.postMessage(message);

  start();
  return {
    keep: (key, json) => {
      send({ kind: 'keep', key, json });
    },
    validate: (key) => {
      const id = (last += 1);
      if (!thread) return Promise.resolve(false);
      return new Promise((resolve) => {
        const reply = (isValid: boolean) => {
          clearTimeout(late);
          waiting.delete(id);
          resolve(isValid);
        };
        const late = setTimeout(reply, PATIENCE, false);
        waiting.set(id, reply);
        send({ kind: 'validate', id, key });
      });
    },
  };
}
