import type { Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { growingPauses } from './pauses';

interface Wanted {
  /** How many workers to keep. */
  count: number;
  start: () => Worker;
  /** Asks one that listens to end what is under way and then itself. */
  askToStop: (worker: Worker) => void;
  /** Told once, when the first worker listens. */
  whenReady: () => void;
  /** Told when other workers listen than before. */
  whenChanged: () => void;
}

interface Kept {
  /** Those that listen. */
  listWorkers: () => Worker[];
  countRestarts: () => number;
  stop: () => void;
  /** Why there are no workers any more: they were asked to stop, or to start another is of no use. */
  ended: Promise<'stopped' | 'failed'>;
}

/** What a worker has under way takes 8 seconds at most; one that is still there after that, in milliseconds, is stuck. */
const PATIENCE = 9000;

/** A worker that does not listen by then never will, in milliseconds. */
const START_PATIENCE = 60_000;

/** Once the site has been well, so many starts in a row and worker may fail; that takes half a minute. */
const MOST_FAILURES = 10;

/** Keeps so many workers: starts another for each that ends, until it is told to stop. */
export function keepWorkers({ count, start, askToStop, whenReady, whenChanged }: Wanted): Kept {
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

  /** A worker that ends before it listens may do so for ever, as with a broken build: it gets no second try before any has listened. */
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

/** Of one that could not even begin an error is all that is heard. */
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
