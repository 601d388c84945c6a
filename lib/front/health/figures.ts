import type { WorkerFigures } from '../cluster/messages';
import type { Traffic } from '../traffic';

/** What the cache of this process holds and has done. */
export type CountCache = () => Record<string, number>;

/** What this process knows of itself. */
export function ownFigures({ requests, inFlight }: Traffic, countCache: CountCache): WorkerFigures {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    pid: process.pid,
    uptime_seconds: Math.round(process.uptime()),
    rss_bytes: rss,
    heap_bytes: heapUsed,
    requests,
    in_flight: inFlight,
    cache: countCache(),
  };
}
