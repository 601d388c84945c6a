import { settings } from '@/lib/settings';

/** Origins have a quarter of CACHE_MEGABYTES: they hold the latest renders, and workers the responses that are requested often. */
const shares = { origin: 1 / 4, worker: 3 / 4 };

/** The cache size of one process of a kind, in bytes. */
export function cacheShareOf(kind: keyof typeof shares): number {
  const { CACHE_MEGABYTES, WORKERS = 1 } = settings();
  return Math.floor((CACHE_MEGABYTES * 2 ** 20 * shares[kind]) / WORKERS);
}
