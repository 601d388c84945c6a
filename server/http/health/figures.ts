import type { WorkerFigures } from '../cluster/messages';

/** Counters of this process's cache. */
export type CountCache = () => Record<string, number>;

/** Number of requests to this process, and of those still in progress. */
export type CountTraffic = () => { requests: number; inFlight: number };

/** Returns the figures of this process. */
export function ownFigures(
  countTraffic: CountTraffic,
  countCache: CountCache,
): Omit<WorkerFigures, 'pages'> {
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
