import { settings } from '@/lib/settings';

/** Workers cache the responses requested most, origins the latest ones, and validators the queries behind responses. */
const shares = { worker: 3 / 4, validator: 1 / 8, origin: 1 / 8 };

/** The cache size of one process or thread of a kind, in bytes. */
export function cacheShareOf(kind: keyof typeof shares): number {
  const { CACHE_MEGABYTES, WORKERS = 1 } = settings();
  return Math.floor((CACHE_MEGABYTES * 2 ** 20 * shares[kind]) / WORKERS);
}
