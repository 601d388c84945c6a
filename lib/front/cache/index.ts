import { areUnchanged } from '@/db/replay';
import type { Versions } from '@/db/version';
import { entryOf } from '../answer/entry';
import type { Drawn } from '../draw/drawing';
import type { IsThere, Turns } from '../turns';
import { openFlights } from './flights';
import { bytesOfKept, type Kept } from './kept';
import { oncePerTurn } from './once-per-turn';
import { openStore } from './store';

interface CacheOptions {
  mostBytes: number;
  versions: Versions;
  /** In which answers are drawn. */
  turns: Turns;
  /** The clock, in milliseconds. */
  now?: () => number;
}

/** Answers that are kept, and how those get there that are not. */
export type Cache = ReturnType<typeof openCache>;

/** What is said in "3 days ago" moves on by itself. */
const LONGEST = 10 * 60_000;

/** Keeps answers for as long as the database says what they were drawn from. */
export function openCache(options: CacheOptions) {
  const { mostBytes, versions, turns, now = () => performance.now() } = options;
  const store = openStore<Kept>(mostBytes);
  const findVersion = oncePerTurn(versions.data);
  const flights = openFlights<Kept>(versions.data, turns);
  let [hits, misses, revalidated] = [0, 0, 0];

  /** Whether an answer holds now. What it was drawn from is asked again after each change of the database. */
  function isValid(kept: Kept): boolean {
    if (now() - kept.drawnAt > LONGEST) return false;
    const version = findVersion();
    if (kept.version === version) return true;
    // Read first: so it is never newer than what the answer was held against.
    const stamp = versions.stamp();
    if (!kept.reads || !areUnchanged(kept.reads)) return false;
    Object.assign(kept, { version, stamp });
    revalidated += 1;
    return true;
  }

  async function draw(key: string, work: () => Promise<Drawn>): Promise<Kept> {
    const [version, stamp, drawnAt] = [versions.data(), versions.stamp(), now()];
    const { answer, reads } = await work();
    const entry = entryOf(answer);
    const kept = { entry, reads, version, stamp, drawnAt, bytes: bytesOfKept(entry, reads) };
    if (answer.isShared) store.save(key, kept);
    return kept;
  }

  return {
    /** The answer that is kept for a key, if it holds. To be asked as soon as a request comes in, and not later: see oncePerTurn. */
    find: (key: string): Kept | undefined => {
      const kept = store.find(key);
      if (!kept || !isValid(kept)) return undefined;
      hits += 1;
      return kept;
    },
    /** The answer that a work gives, kept where it may be. Rejects as `take` of turns does. */
    draw: (key: string, work: () => Promise<Drawn>, isThere: IsThere): Promise<Kept> => {
      misses += 1;
      return flights.join(key, () => draw(key, work), isThere);
    },
    /** Tells that an answer has got one more form. */
    grow: (key: string, kept: Kept): void => {
      kept.bytes = bytesOfKept(kept.entry, kept.reads);
      store.resize(key, kept);
    },
    figures: () => ({ ...store.figures(), hits, misses, revalidated, waiting: turns.waiting() }),
  };
}
