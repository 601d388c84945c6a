import type { QueryTrace } from '@/db/query-trace';
import type { Entry } from '../answer/entry';
import type { Source } from '../answer/send';

/** A new response for the cache. */
export interface Made {
  entry: Entry;
  /** The queries that it was rendered from; undefined if they are unknown. */
  reads: QueryTrace | undefined;
  /** Milliseconds between the start of its rendering and the request for it. */
  age: number;
}

/** A response from another worker. */
export interface Fetched extends Made {
  /** Whether the other worker had it in its cache. */
  source: Source;
}
