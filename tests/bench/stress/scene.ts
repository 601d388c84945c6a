import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../random';
import type { freshness } from '../traffic/freshness';
import { tally } from '../traffic/tally';

/** What all who take part in a stress run know. */
export interface Scene {
  port: number;
  /** The process that was started, whose children the workers are. */
  processId: number;
  /** An address, the popular ones more often. */
  pick: () => string;
  /** The heaviest page there is. */
  largest: string;
  chance: Chance;
  fresh: ReturnType<typeof freshness>;
  /** Aborted when the run is over. */
  over: AbortSignal;
  /** How often each thing was done, and how often each went wrong. */
  done: ReturnType<typeof tally>;
  faults: ReturnType<typeof tally>;
  /** When workers were killed, on the clock of `performance`. */
  kills: number[];
}

export function setScene(
  given: Pick<Scene, 'port' | 'processId' | 'pick' | 'largest' | 'chance' | 'fresh' | 'over'>,
): Scene {
  return { ...given, done: tally(), faults: tally(), kills: [] };
}

/** How long after the death of a worker its connections may break, in milliseconds. */
const GRACE = 1000;

/** Whether a request that began at a time and broke just now may have been one of a killed worker's. */
function isExcused({ kills }: Scene, begin: number): boolean {
  return kills.some((kill) => begin < kill + GRACE && performance.now() >= kill);
}

/** Does one thing again and again. What breaks is a fault, unless a killed worker took it along. */
export async function repeat(scene: Scene, name: string, act: () => Promise<void>): Promise<void> {
  while (!scene.over.aborted) {
    const begin = performance.now();
    try {
      await act();
      scene.done.add(name);
    } catch (error) {
      if (isExcused(scene, begin)) scene.done.add('broken by a kill');
      else scene.faults.add(`${name}: ${String(error)}`);
      // A port that refuses would else be asked without end.
      await pause(scene, 20);
    }
  }
}

/** Waits, though not longer than the run lasts. */
export async function pause({ over }: Scene, milliseconds: number): Promise<void> {
  await sleep(milliseconds, undefined, { signal: over }).catch(() => undefined);
}
