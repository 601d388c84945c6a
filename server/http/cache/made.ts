import type { QueryTrace } from '@/db/query-trace';
import type { Entry } from '../answer/entry';
import type { Source } from '../answer/send';

/** An answer as it comes to the cache. */
export interface Made {
  entry: Entry;
  /** What it was drawn from; undefined where nobody can say. */
  reads: QueryTrace | undefined;
  /** Milliseconds since it was begun to be drawn, as the work to get it began. */
  age: number;
}

/** The same as another worker gives it. */
export interface Fetched extends Made {
  /** Whether it was there already. */
  source: Source;
}
