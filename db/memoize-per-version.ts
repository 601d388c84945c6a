import { LRUCache } from 'lru-cache';
import { database } from './client';
import { noteAgain, recordWithin, type Recording } from './query-trace';
import { siteVersions } from './version';

interface Known<Result> {
  version: number;
  result: Result;
  recording: Recording;
}

/** Maximum number of cached results per memoized function. */
const MOST = 4;

/**
 * Memoizes a slow read per database version and arguments. Callers must not mutate the result. A cached result's queries are still
 * recorded for each caller.
 */
export function memoizePerVersion<Given extends (string | number)[], Result extends object>(
  read: (...given: Given) => Result,
): (...given: Given) => Result {
  const results = new LRUCache<string, Known<Result>>({ max: MOST });
  return (...given) => {
    // Uncommitted data may be rolled back, so don't cache it.
    if (database().$client.inTransaction) return read(...given);
    const version = siteVersions().data();
    const key = JSON.stringify(given);
    const known = results.get(key);
    if (known?.version === version) {
      noteAgain(known.recording);
      return known.result;
    }
    const { result, recording } = recordWithin(() => read(...given));
    results.set(key, { version, result, recording });
    return result;
  };
}
