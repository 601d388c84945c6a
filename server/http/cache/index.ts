import { revalidateWith } from '@/db/revalidate';
import type { Versions } from '@/db/version';
import { entryOf } from '../answer/entry';
import type { Source } from '../answer/send';
import type { Drawn } from '@/server/origin/drawing';
import { openTurns, type IsThere, type Turns } from '../turns';
import { openFlights } from './flights';
import { bytesOfEntry, type CacheEntry } from './cache-entry';
import type { Fetched, Made } from './made';
import { memoizePerTick } from './memoize-per-tick';
import { shareTexts } from './share-texts';
import { openStore } from './store';

interface CacheOptions {
  mostBytes: number;
  versions: Versions;
  /** The queue in which responses are rendered. */
  turns: Turns;
  /** The clock, in milliseconds. */
  now?: () => number;
}

/** A response and where it came from. */
export interface Supplied {
  kept: CacheEntry;
  source: Source;
}

/** Cached responses, and how others get there. */
export type Cache = ReturnType<typeof openCache>;

/** Maximum age of a response in milliseconds: texts such as "3 days ago" change with time alone. */
const LONGEST = 10 * 60_000;

/** Maximum number of concurrent requests to other workers; the others wait, and are dropped when their clients have disconnected. */
const MOST_ASKED = 8;

/** Caches responses for as long as the queries that they were rendered from give the same rows. */
export function openCache(options: CacheOptions) {
  const { mostBytes, versions, turns, now = () => performance.now() } = options;
  const store = openStore<CacheEntry>(mostBytes);
  const findVersion = memoizePerTick(versions.data);
  const areUnchanged = revalidateWith(versions.data);
  const drawings = openFlights<CacheEntry>(versions.data, turns);
  const questions = openTurns({ atOnce: MOST_ASKED });
  const fetchings = openFlights<Supplied | undefined>(versions.data, questions);
  const counts = { hits: 0, misses: 0, fetched: 0, revalidated: 0 };

  /** Whether a response is valid for a version of the database. After each change, its queries are run again. */
  function isValid(kept: CacheEntry, version: number): boolean {
    if (now() - kept.drawnAt > LONGEST) return false;
    if (kept.version === version) return true;
    // Read first, so that it is never newer than the rows that the response is compared with.
    const stamp = versions.stamp();
    if (!kept.reads || !areUnchanged(kept.reads)) return false;
    Object.assign(kept, { version, stamp });
    counts.revalidated += 1;
    return true;
  }

  /** Read before rendering, so that the response is at least as new. */
  const look = () => ({ version: versions.data(), stamp: versions.stamp(), begun: now() });

  function keep(key: string, made: Made, at: ReturnType<typeof look>): CacheEntry {
    const { version, stamp, begun } = at;
    const { isShared } = made.entry;
    // Texts of a response for one client are not shared either.
    const { entry, reads, age } = isShared ? shareTexts(made) : made;
    const bytes = bytesOfEntry(entry, reads);
    const kept = { entry, reads, version, stamp, drawnAt: begun - age, bytes };
    if (isShared) store.save(key, kept);
    return kept;
  }

  async function draw(key: string, work: () => Promise<Drawn>): Promise<CacheEntry> {
    const at = look();
    counts.misses += 1;
    const { answer, reads } = await work();
    return keep(key, { entry: entryOf(answer), reads, age: 0 }, at);
  }

  async function fetch(key: string, ask: () => Promise<Fetched | undefined>) {
    const at = look();
    const fetched = await ask();
    if (!fetched) return undefined;
    counts.fetched += 1;
    return { kept: keep(key, fetched, at), source: fetched.source };
  }

  function findValid(key: string, findVersion: () => number): CacheEntry | undefined {
    const kept = store.find(key);
    return kept && isValid(kept, findVersion()) ? kept : undefined;
  }

  return {
    /** Returns the cached response for a key if it is valid. Call it as soon as the request arrives: see memoizePerTick. */
    find: (key: string): CacheEntry | undefined => {
      const kept = findValid(key, findVersion);
      if (kept) counts.hits += 1;
      return kept;
    },
    /** The same at any time, for another worker, which counts the hit. */
    findForOther: (key: string): CacheEntry | undefined => findValid(key, versions.data),
    /** Renders a response and caches it if it may be shared. Rejects like the queue. */
    draw: (key: string, work: () => Promise<Drawn>, isThere: IsThere): Promise<CacheEntry> =>
      drawings.join(key, () => draw(key, work), isThere),
    /** Fetches a response from another worker and caches it here too; undefined if it has none. Rejects like the queue. */
    fetch: (key: string, ask: () => Promise<Fetched | undefined>, isThere: IsThere) =>
      fetchings.join(key, () => fetch(key, ask), isThere),
    /** Updates the size of a response that got another encoding. */
    grow: (key: string, kept: CacheEntry): void => {
      kept.bytes = bytesOfEntry(kept.entry, kept.reads);
      store.resize(key, kept);
    },
    /** Milliseconds since the rendering of a response began. */
    ageOf: ({ drawnAt }: CacheEntry): number => now() - drawnAt,
    figures: () => ({ ...store.figures(), ...counts, waiting: turns.waiting() }),
  };
}
