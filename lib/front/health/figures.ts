import type { WorkerFigures } from '../cluster/messages';

/** What the cache of this process holds and has done. */
export type CountCache = () => Record<string, number>;

/** How many requests this process has had, and how many of them are not answered to their end. */
export type CountTraffic = () => { requests: number; inFlight: number };

/** What this process knows of itself. */
export function ownFigures(countTraffic: CountTraffic, countCache: CountCache): WorkerFigures {
  const { rss, heapUsed } = process.memoryUsage();
  const { requests, inFlight } = countTraffic();
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
