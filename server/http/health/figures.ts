import type { WorkerFigures } from '../cluster/messages';

/** What this process's cache and stripper did. */
export interface CacheFigures {
  counts: Record<string, number>;
  /** The route of the last page that could not be stripped. */
  unstrippedRoute: string | null;
}

export type CountCache = () => CacheFigures;

/** Number of requests to this process, and of those still in progress. */
export type CountTraffic = () => { requests: number; inFlight: number };

/** Returns the figures of this process. */
export function ownFigures(
  countTraffic: CountTraffic,
  countCache: CountCache,
): Omit<WorkerFigures, 'pages'> {
  const { rss, heapUsed } = process.memoryUsage();
  const { requests, inFlight } = countTraffic();
  const { counts, unstrippedRoute } = countCache();
  return {
    pid: process.pid,
    uptime_seconds: Math.round(process.uptime()),
    rss_bytes: rss,
    heap_bytes: heapUsed,
    requests,
    in_flight: inFlight,
    cache: counts,
    unstripped_route: unstrippedRoute,
  };
}
