import type { Counts } from './cluster/messages';
import type { Line } from './cluster/line';

/** How often processes tell each other what they have counted, in milliseconds. */
const EVERY = 100;

/** The requests of clients to this process, and to the others. */
export interface SharedCounts {
  add: (client: string) => void;
  /** Told what the other processes have counted of late. */
  listen: (hear: (counts: Counts) => void) => void;
}

/**
 * Counts for one limit, which its name tells from others. What the others count is known here up to 200 milliseconds later: by then a
 * client may have had as many requests more than its limit as all processes answer in that time. A process that is started anew
 * knows nothing of the minute before.
 */
export function sharedCounts(line: Line, limit: string): SharedCounts {
  let counts = new Map<string, number>();
  setInterval(() => {
    if (counts.size === 0) return;
    line.send({ kind: 'counted', limit, counts: [...counts] });
    counts = new Map();
  }, EVERY).unref();

  return {
    add: (client) => {
      counts.set(client, (counts.get(client) ?? 0) + 1);
    },
    listen: (hear) => {
      line.listen((message) => {
        if (message.kind === 'counted' && message.limit === limit) hear(message.counts);
      });
    },
  };
}
