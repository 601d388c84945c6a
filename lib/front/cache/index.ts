import { setTimeout as sleep } from 'node:timers/promises';
import { recordReads } from '@/db/reads';
import { areUnchanged } from '@/db/replay';
import type { Versions } from '@/db/version';
import type { Answer } from '../answer/answer';
import { entryOf } from '../answer/entry';
import { openFlights } from './flights';
import { bytesOfKept, type Kept } from './kept';
import { oncePerTurn } from './once-per-turn';
import { openStore } from './store';

interface CacheOptions {
  mostBytes: number;
  versions: Versions;
  /** The clock, in milliseconds. */
  now?: () => number;
}

/** Answers that are kept, and how those get there that are not. */
export type Cache = ReturnType<typeof openCache>;

/** What is said in "3 days ago" moves on by itself. */
const LONGEST = 10 * 60_000;

/** A page that takes longer than this to draw will not be drawn at all. */
const PATIENCE = 30_000;

/** Keeps answers for as long as the database says what they were drawn from. */
export function openCache({ mostBytes, versions, now = () => performance.now() }: CacheOptions) {
  const store = openStore<Kept>(mostBytes);
  const findVersion = oncePerTurn(versions.data);
  const flights = openFlights<Kept>(versions.data);
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

  async function draw(key: string, work: () => Promise<Answer>): Promise<Kept> {
    const [version, stamp, drawnAt] = [versions.data(), versions.stamp(), now()];
    const { result, reads } = await recordReads(() => withPatience(work));
    const entry = entryOf(result);
    const kept = { entry, reads, version, stamp, drawnAt, bytes: bytesOfKept(entry, reads) };
    if (result.isShared) store.save(key, kept);
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
    /** The answer that a work gives, kept where it may be. Rejects with TooManyWaiting, or with what the work throws. */
    draw: (key: string, work: () => Promise<Answer>): Promise<Kept> => {
      misses += 1;
      return flights.join(key, () => draw(key, work));
    },
    /** Tells that an answer has got one more form. */
    grow: (key: string, kept: Kept): void => {
      kept.bytes = bytesOfKept(kept.entry, kept.reads);
      store.resize(key, kept);
    },
    figures: () => ({ ...store.figures(), hits, misses, revalidated, waiting: flights.waiting() }),
  };
}

async function withPatience<Result>(work: () => Promise<Result>): Promise<Result> {
  const late = new AbortController();
  const never = sleep(PATIENCE, undefined, { signal: late.signal }).then(() => {
    throw new Error(`This was not drawn within ${PATIENCE / 1000} seconds.`);
  });
  // It is told that it is not waited for any more.
  never.catch(() => undefined);
  try {
    return await Promise.race([work(), never]);
  } finally {
    late.abort();
  }
}
