import { once } from 'node:events';
import SonicBoom from 'sonic-boom';

/** What a system writes into a pipe in one piece, so that the lines of several processes stay whole. */
const ONE_PIECE = 4096;

/** Bytes of lines that gather before they are written, and how long they wait for that at most, in milliseconds. */
const ENOUGH = 2048;
const SOON = 250;

/** So many bytes wait for a reader that has stalled; what comes after them is lost. */
const MOST_WAITING = 4 * 1024 * 1024;

const STANDARD_OUTPUT = 1;

export interface Output {
  write: (line: string) => void;
  /** Writes what has gathered, and then takes no more. */
  close: () => Promise<void>;
}

/** Lines to standard output, or another file, by and by. */
export function lineOutput(fd = STANDARD_OUTPUT): Output {
  const stream = new SonicBoom({
    fd,
    minLength: ENOUGH,
    maxWrite: ONE_PIECE,
    maxLength: MOST_WAITING,
    periodicFlush: SOON,
  });
  let isOpen = true;
  // Whoever read it has gone; the site goes on.
  stream.on('error', () => (isOpen = false));
  return {
    write: (line) => {
      if (isOpen) stream.write(line);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      stream.end();
      await once(stream, 'finish');
    },
  };
}
