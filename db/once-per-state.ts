import { LRUCache } from 'lru-cache';
import { database } from './client';
import { noteAgain, recordWithin, type Recording } from './reads';
import { siteVersions } from './version';

interface Known<Result> {
  version: number;
  result: Result;
  recording: Recording;
}

/** So many results of one reading are kept. */
const MOST = 4;

/**
 * Reads what takes long, and is the same for many, once for each state of the database and each of what is given. Nobody may change the
 * result. It counts as read each time.
 */
export function oncePerState<Given extends (string | number)[], Result extends object>(
  read: (...given: Given) => Result,
): (...given: Given) => Result {
  const results = new LRUCache<string, Known<Result>>({ max: MOST });
  return (...given) => {
    // Of what is not committed yet nobody knows whether it will be.
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
