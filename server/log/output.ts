import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import SonicBoom from 'sonic-boom';

/** Bytes that a system writes to a pipe atomically, so that lines of several processes stay whole. */
const ONE_PIECE = 4096;

/** Bytes to buffer before writing, and how long they are buffered at most, in milliseconds. */
const ENOUGH = 2048;
const SOON = 250;

/** Maximum number of bytes buffered for a stalled reader; further lines are lost. */
const MOST_WAITING = 4 * 1024 * 1024;

/** How long writing the last lines may take, in milliseconds: a stalled reader must not keep the process from exiting. */
const PATIENCE = 500;

export const STANDARD_OUTPUT = 1;
export const STANDARD_ERROR = 2;

export interface Output {
  write: (line: string) => void;
  /** Writes what is buffered, and then ignores further lines. */
  close: () => Promise<void>;
}

/** Buffered line output to standard output, or another file descriptor. */
export function lineOutput(fd = STANDARD_OUTPUT): Output {
  const stream = new SonicBoom({
    fd,
    minLength: ENOUGH,
    maxWrite: ONE_PIECE,
    maxLength: MOST_WAITING,
    periodicFlush: SOON,
  });
  let isOpen = true;
  // The reader of the output is gone; the site keeps running.
  stream.on('error', () => (isOpen = false));
  return {
    write: (line) => {
      if (isOpen) stream.write(line);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      stream.end();
      await Promise.race([once(stream, 'finish'), sleep(PATIENCE)]).catch(() => undefined);
    },
  };
}
