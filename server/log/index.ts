import { logLine, type Logged } from './line';
import { lineOutput, type Output } from './output';

/** Collects requests for the log. */
export interface RequestLog {
  note: (logged: Logged) => void;
  /** Writes what is buffered, and closes the log. */
  close: () => Promise<void>;
}

/** Lines are written once this many are buffered, or every so many milliseconds. */
const ENOUGH = 100;
const SOON = 100;

/**
 * Opens the request log. Lines are formatted in batches: one at a time between requests, each took a third as long as its response, because
 * the processor was no longer warmed up for it.
 */
export function openLog(output: Output = lineOutput()): RequestLog {
  let gathered: Logged[] = [];
  const writeAll = () => {
    const all = gathered;
    gathered = [];
    for (const logged of all) output.write(logLine(logged));
  };
  const soon = setInterval(writeAll, SOON).unref();
  return {
    note: (logged) => {
      gathered.push(logged);
      if (gathered.length >= ENOUGH) writeAll();
    },
    close: async () => {
      clearInterval(soon);
      writeAll();
      await output.close();
    },
  };
}
