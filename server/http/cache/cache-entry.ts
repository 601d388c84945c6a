import type { QueryTrace } from '@/db/query-trace';
import { bytesOf, type Entry } from '../answer/entry';

/** A response in the cache, with what it takes to know whether it is still valid. */
export interface CacheEntry {
  entry: Entry;
  /** The queries that it was rendered from; undefined if they are unknown. */
  reads: QueryTrace | undefined;
  /** The version of the database that it was last valid for. */
  version: number;
  /** The version stamp of the database at that time, for tests. */
  stamp: number;
  /** When its rendering began, in milliseconds of the process. */
  drawnAt: number;
  bytes: number;
}

/** For an object and its place in the store, without the statement, which is shared. */
const BYTES_AN_OBJECT = 200;

/** Approximate memory use of a cached response, in bytes. */
export function bytesOfEntry(entry: Entry, reads: QueryTrace | undefined): number {
  const values = (reads?.list ?? []).map((it) => BYTES_AN_OBJECT + bytesOfValues(it.values));
  return BYTES_AN_OBJECT * 3 + bytesOf(entry) + values.reduce((sum, it) => sum + it, 0);
}

const bytesOfValues = (values: unknown[]) =>
  values.reduce<number>((sum, it) => sum + (typeof it === 'string' ? 2 * it.length : 16), 0);
