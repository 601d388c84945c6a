import type { QueryTrace } from '@/db/query-trace';
import { bytesOf, type Entry } from '../answer/entry';

/** An answer that is kept, with what it takes to know whether it still holds. */
export interface Kept {
  entry: Entry;
  /** What it was drawn from; undefined where nobody can say. */
  reads: QueryTrace | undefined;
  /** The version of the database that it is known to hold for. */
  version: number;
  /** The number that a writer had put into the database by then. */
  stamp: number;
  /** In milliseconds of the process. */
  drawnAt: number;
  bytes: number;
}

/** For an object, its place in the store, and a statement that is shared. */
const BYTES_AN_OBJECT = 200;

/** What a kept answer takes in memory, about. */
export function bytesOfKept(entry: Entry, reads: QueryTrace | undefined): number {
  const values = (reads?.list ?? []).map((it) => BYTES_AN_OBJECT + bytesOfValues(it.values));
  return BYTES_AN_OBJECT * 3 + bytesOf(entry) + values.reduce((sum, it) => sum + it, 0);
}

const bytesOfValues = (values: unknown[]) =>
  values.reduce<number>((sum, it) => sum + (typeof it === 'string' ? 2 * it.length : 16), 0);
