import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../random';
import type { freshness } from '../traffic/freshness';
import { tally } from '../traffic/tally';

/** Shared state of a stress run. */
export interface Scene {
  port: number;
  /** The primary process, the parent of the workers. */
  processId: number;
  /** Returns a URL, popular ones more often. */
  pick: () => string;
  /** All URLs, popular ones first. */
  ranked: string[];
  /** The largest page. */
  largest: string;
  chance: Chance;
  fresh: ReturnType<typeof freshness>;
  /** Aborted when the run is over. */
  over: AbortSignal;
  /** Counts of actions and of failures. */
  done: ReturnType<typeof tally>;
  faults: ReturnType<typeof tally>;
  /** Session cookies and tokens of forms that were given to editors. */
  secrets: Set<string>;
  /** When workers were killed, by `performance.now()`. */
  kills: number[];
}

export function setScene(
  given: Pick<
    Scene,
    'port' | 'processId' | 'pick' | 'ranked' | 'largest' | 'chance' | 'fresh' | 'over'
  >,
): Scene {
  return { ...given, done: tally(), faults: tally(), secrets: new Set(), kills: [] };
}

/** How long after a kill connections may break, in milliseconds. */
const GRACE = 1000;

/** Whether a request that started at a time and just broke may have belonged to a killed worker. */
function isExcused({ kills }: Scene, begin: number): boolean {
  return kills.some((kill) => begin < kill + GRACE && performance.now() >= kill);
}

/** Repeats an action. An error is a failure, unless a killed worker caused it. */
export async function repeat(scene: Scene, name: string, act: () => Promise<void>): Promise<void> {
  while (!scene.over.aborted) {
    const begin = performance.now();
    try {
      await act();
      scene.done.add(name);
    } catch (error) {
      if (isExcused(scene, begin)) scene.done.add('broken by a kill');
      else scene.faults.add(`${name}: ${String(error)}`);
      // Avoids a busy loop on a port that refuses connections.
      await pause(scene, 20);
    }
  }
}

/** Waits, but not beyond the end of the run. */
export async function pause({ over }: Scene, milliseconds: number): Promise<void> {
  await sleep(milliseconds, undefined, { signal: over }).catch(() => undefined);
}
