import type { Versions } from '@/db/version';
import { LONGEST_AGE } from '@/lib/http/cache-control';
import { bytesOf, entryOf, type Entry } from '../answer/entry';
import type { OriginResponse } from '../origins';
import type { Validate } from '../validators';
import { openFlights, type Enqueue, type Waiter } from './flights';
import { memoizePerTick } from './memoize-per-tick';
import { openStore } from './store';

interface CacheOptions {
  mostBytes: number;
  versions: Pick<Versions, 'data' | 'stamp'>;
  /** Compares a stale response with the database. */
  validate: Validate;
  /** The clock, in milliseconds. */
  now?: () => number;
}

/** A cached response, with what determines whether it is fresh. */
export interface CacheEntry {
  entry: Entry;
  /** The origin's tag, by which it is validated. */
  tag: string;
  /** The version of the database that it was last valid for. */
  version: number;
  /** The version stamp of the database at that time, for tests. */
  stamp: number;
  /** When its rendering began, in milliseconds of the process. */
  begunAt: number;
  bytes: number;
}

/** How a response was obtained: an origin validated it, or rendered it because it was stale or not in the cache. */
export type Forward = 'validated' | 'stale' | 'uri-miss';

/** A response, and whether it may be shared. */
export interface FetchResult {
  kept: CacheEntry;
  sharing: string;
  forward: Forward;
}

/** Asks an origin. */
export type AskOrigin = () => Promise<OriginResponse>;

export type Cache = ReturnType<typeof openCache>;

/** Validating doesn't wait for rendering. */
const atOnce: Enqueue = (_, work) => work();

/**
 * Caches responses. One is fresh as long as no program has committed to the database; after that, the queries that it was rendered from are
 * run again. So a commit is seen by the next request.
 */
export function openCache(options: CacheOptions) {
  const { mostBytes, versions, now = () => performance.now() } = options;
  const store = openStore<CacheEntry>(mostBytes);
  const findVersion = memoizePerTick(versions.data);
  const validations = openFlights<CacheEntry | undefined>(versions.data);
  const fetches = openFlights<FetchResult>(versions.data);
  const counts = { hits: 0, misses: 0, revalidated: 0 };

  const isYoung = ({ begunAt }: CacheEntry) => now() - begunAt <= LONGEST_AGE;

  /** Read before asking an origin, so that its response is at least as new. */
  const look = () => ({ version: versions.data(), stamp: versions.stamp() });

  const ageOf = ({ headers }: OriginResponse) => 1000 * Number(headers['age'] ?? 0);

  /** Has a stale response compared with the database; returns it if it is still valid. */
  async function validateEntry(key: string, stale: CacheEntry): Promise<CacheEntry | undefined> {
    const seen = look();
    if (!isYoung(stale) || !(await options.validate(key, stale.tag))) return undefined;
    counts.revalidated += 1;
    return Object.assign(stale, seen);
  }

  async function fetch(key: string, forward: Forward, ask: AskOrigin): Promise<FetchResult> {
    const seen = look();
    counts.misses += 1;
    const response = await ask();
    const entry = entryOf(response);
    const begunAt = now() - ageOf(response);
    const tag = response.headers['etag'] ?? '';
    const kept = { entry, tag, ...seen, begunAt, bytes: bytesOf(entry) };
    const sharing = String(response.headers['x-sharing']);
    if (sharing === 'everyone') store.save(key, kept);
    return { kept, sharing, forward };
  }

  return {
    /** Returns the cached response for a key if it is fresh. Call it as soon as the request arrives: see memoizePerTick. */
    find: (key: string): CacheEntry | undefined => {
      const kept = store.find(key);
      if (kept?.version !== findVersion() || !isYoung(kept)) return undefined;
      counts.hits += 1;
      return kept;
    },
    /** Validates a stale response for a key, or fetches it by `ask`. Rejects if `ask` or the queue used by `enqueue` does. */
    fetch: async (
      key: string,
      ask: AskOrigin,
      waiter: Waiter,
      enqueue: Enqueue,
    ): Promise<FetchResult> => {
      const stale = store.peek(key);
      if (stale) {
        const kept = await validations.join(key, () => validateEntry(key, stale), waiter, atOnce);
        if (kept) return { kept, sharing: 'everyone', forward: 'validated' };
      }
      const forward = stale ? 'stale' : 'uri-miss';
      return fetches.join(key, () => fetch(key, forward, ask), waiter, enqueue);
    },
    /** Updates the size of a response after another encoding was added. */
    grow: (key: string, kept: CacheEntry): void => {
      kept.bytes = bytesOf(kept.entry);
      store.resize(key, kept);
    },
    figures: () => ({ ...store.figures(), ...counts }),
  };
}
