import { logLine, type Logged } from './line';
import { lineOutput, type Output } from './output';

/** What is known of requests, on its way to the log. */
export interface RequestLog {
  note: (logged: Logged) => void;
  /** Writes what has gathered, and then takes no more. */
  close: () => Promise<void>;
}

/** So many are written at once, or all that there are after so many milliseconds. */
const ENOUGH = 100;
const SOON = 100;

/**
 * The log of requests. Lines are made many at a time: in between the requests each took as long as a third of the answer, since by then
 * the processor had forgotten how.
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
