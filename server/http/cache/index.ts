import { revalidateWith } from '@/db/revalidate';
import type { Versions } from '@/db/version';
import { entryOf } from '../answer/entry';
import type { Source } from '../answer/send';
import type { Drawn } from '@/server/origin/drawing';
import { openTurns, type IsThere, type Turns } from '../turns';
import { openFlights } from './flights';
import { bytesOfKept, type Kept } from './kept';
import type { Fetched, Made } from './made';
import { memoizePerTick } from './memoize-per-tick';
import { shareTexts } from './share-texts';
import { openStore } from './store';

interface CacheOptions {
  mostBytes: number;
  versions: Versions;
  /** In which answers are drawn. */
  turns: Turns;
  /** The clock, in milliseconds. */
  now?: () => number;
}

/** An answer and where it came from. */
export interface Supplied {
  kept: Kept;
  source: Source;
}

/** Answers that are kept, and how those get there that are not. */
export type Cache = ReturnType<typeof openCache>;

/** What is said in "3 days ago" moves on by itself. */
const LONGEST = 10 * 60_000;

/** So many answers may be asked of other workers at a time; the others wait here, where they are let go of when nobody is there any more. */
const MOST_ASKED = 8;

/** Keeps answers for as long as the database says what they were drawn from. */
export function openCache(options: CacheOptions) {
  const { mostBytes, versions, turns, now = () => performance.now() } = options;
  const store = openStore<Kept>(mostBytes);
  const findVersion = memoizePerTick(versions.data);
  const areUnchanged = revalidateWith(versions.data);
  const drawings = openFlights<Kept>(versions.data, turns);
  const questions = openTurns({ atOnce: MOST_ASKED });
  const fetchings = openFlights<Supplied | undefined>(versions.data, questions);
  const counts = { hits: 0, misses: 0, fetched: 0, revalidated: 0 };

  /** Whether an answer holds for a version. What it was drawn from is asked again after each change of the database. */
  function isValid(kept: Kept, version: number): boolean {
    if (now() - kept.drawnAt > LONGEST) return false;
    if (kept.version === version) return true;
    // Read first: so it is never newer than what the answer was held against.
    const stamp = versions.stamp();
    if (!kept.reads || !areUnchanged(kept.reads)) return false;
    Object.assign(kept, { version, stamp });
    counts.revalidated += 1;
    return true;
  }

  /** Read before an answer is made: it is at least as new as this, whoever makes it. */
  const look = () => ({ version: versions.data(), stamp: versions.stamp(), begun: now() });

  function keep(key: string, made: Made, at: ReturnType<typeof look>): Kept {
    const { version, stamp, begun } = at;
    const { isShared } = made.entry;
    // Of what is for one client alone no text is kept either.
    const { entry, reads, age } = isShared ? shareTexts(made) : made;
    const bytes = bytesOfKept(entry, reads);
    const kept = { entry, reads, version, stamp, drawnAt: begun - age, bytes };
    if (isShared) store.save(key, kept);
    return kept;
  }

  async function draw(key: string, work: () => Promise<Drawn>): Promise<Kept> {
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

  function findValid(key: string, findVersion: () => number): Kept | undefined {
    const kept = store.find(key);
    return kept && isValid(kept, findVersion()) ? kept : undefined;
  }

  return {
    /** The answer that is kept for a key, if it holds. To be asked as soon as a request comes in, and not later: see oncePerTurn. */
    find: (key: string): Kept | undefined => {
      const kept = findValid(key, findVersion);
      if (kept) counts.hits += 1;
      return kept;
    },
    /** The same at any time, for another worker, which counts it. */
    findForOther: (key: string): Kept | undefined => findValid(key, versions.data),
    /** The answer that a work gives, kept where it may be. Rejects as `take` of turns does. */
    draw: (key: string, work: () => Promise<Drawn>, isThere: IsThere): Promise<Kept> =>
      drawings.join(key, () => draw(key, work), isThere),
    /** The answer that another worker gives, kept here too; undefined where it gives none. Rejects as `take` of turns does. */
    fetch: (key: string, ask: () => Promise<Fetched | undefined>, isThere: IsThere) =>
      fetchings.join(key, () => fetch(key, ask), isThere),
    /** Tells that an answer has got one more form. */
    grow: (key: string, kept: Kept): void => {
      kept.bytes = bytesOfKept(kept.entry, kept.reads);
      store.resize(key, kept);
    },
    /** Milliseconds since an answer was begun to be drawn. */
    ageOf: ({ drawnAt }: Kept): number => now() - drawnAt,
    figures: () => ({ ...store.figures(), ...counts, waiting: turns.waiting() }),
  };
}
