import type { Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { growingPauses } from './pauses';

interface Wanted {
  /** Number of workers to keep. */
  count: number;
  start: () => Worker;
  /** Asks a listening worker to finish its requests and exit. */
  askToStop: (worker: Worker) => void;
  /** Called once, when the first worker listens. */
  whenReady: () => void;
  /** Called when the set of listening workers changes. */
  whenChanged: () => void;
}

interface CacheEntry {
  /** The workers that listen. */
  listWorkers: () => Worker[];
  countRestarts: () => number;
  stop: () => void;
  /** Resolves when no workers are left: they were told to stop, or starting more is pointless. */
  ended: Promise<'stopped' | 'failed'>;
}

/** How long a worker may take to stop, in milliseconds: its requests take 8 seconds at most, so after that it is stuck. */
const PATIENCE = 9000;

/** How long a worker may take to listen, in milliseconds; after that it never will. */
const START_PATIENCE = 60_000;

/** Maximum number of consecutive failed starts per worker once the site has been up; that takes half a minute. */
const MOST_FAILURES = 10;

/** Keeps this many workers running: replaces each that exits, until told to stop. */
export function keepWorkers({
  count,
  start,
  askToStop,
  whenReady,
  whenChanged,
}: Wanted): CacheEntry {
  const alive = new Set<Worker>();
  const listening = new Set<Worker>();
  const ending = new AbortController();
  let [starts, failures, isReady, isFailed] = [0, 0, false, false];
  let beReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (beReady = resolve));

  function startOne(): Worker {
    const worker = start();
    starts += 1;
    alive.add(worker);
    const stuck = setTimeout(() => {
      worker.process.kill('SIGKILL');
    }, START_PATIENCE);
    worker.once('exit', () => {
      clearTimeout(stuck);
    });
    worker.once('listening', () => {
      clearTimeout(stuck);
      listening.add(worker);
      failures = 0;
      if (!isReady) whenReady();
      isReady = true;
      beReady();
      whenChanged();
    });
    return worker;
  }

  async function keepOne(): Promise<void> {
    const pauseAfter = growingPauses();
    while (!ending.signal.aborted) {
      const born = performance.now();
      const worker = startOne();
      await endOf(worker);
      alive.delete(worker);
      if (listening.delete(worker)) whenChanged();
      else await noteFailure();
      const pause = pauseAfter(performance.now() - born);
      await sleep(pause, undefined, ending).catch(() => undefined);
    }
  }

  /**
   * A worker that exits before it listens may do so forever, as with a broken build: it is not restarted until some worker has listened.
   */
  async function noteFailure(): Promise<void> {
    if (ending.signal.aborted) return;
    failures += 1;
    isFailed = failures >= (isReady ? count * MOST_FAILURES : count);
    if (isFailed) stop();
    await ready;
  }

  function stop(): void {
    if (ending.signal.aborted) return;
    ending.abort();
    beReady();
    for (const worker of alive) {
      if (listening.has(worker)) askToStop(worker);
      else worker.process.kill();
    }
    setTimeout(() => {
      for (const worker of alive) worker.process.kill('SIGKILL');
    }, PATIENCE).unref();
  }

  return {
    listWorkers: () => [...listening],
    countRestarts: () => Math.max(0, starts - count),
    stop,
    ended: Promise.all(Array.from({ length: count }, keepOne)).then(() =>
      isFailed ? 'failed' : 'stopped',
    ),
  };
}

/** Resolves when a worker has exited. One that could not even be started emits just an error. */
function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => {
      resolve();
    });
    worker.on('error', () => {
      if (worker.process.pid === undefined) resolve();
    });
  });
}
