import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { growingPauses } from './pauses';

interface Wanted {
  /** Number of processes to keep. */
  count: number;
  /** What to wait for before starting them. */
  after?: Promise<unknown>;
  /** Starts one of them, by its number from 0. It sends `ready` and then `alive` from time to time. */
  start: (number: number) => ChildProcess;
  /** Asks a ready process to finish its requests and exit. */
  askToStop: (process: ChildProcess) => void;
}

export interface KeptProcesses {
  /** The processes that are ready. */
  list: () => ChildProcess[];
  countRestarts: () => number;
  /** Call it whenever a process sends something. */
  noteMessage: (process: ChildProcess, isReady: boolean) => void;
  stop: () => void;
  /** Resolves to whether a process is ready: when the first one is, or when none ever will be. */
  ready: Promise<boolean>;
  /** Resolves when no processes are left: they were told to stop, or starting more is pointless. */
  ended: Promise<'stopped' | 'failed'>;
}

/** How long a process may take to stop, in milliseconds: its requests take 8 seconds at most, so after that it is stuck. */
const STOP_PATIENCE = 9000;

/** How long a process may take to become ready, in milliseconds; after that it never will. */
const START_PATIENCE = 60_000;

/** How often to check for signs of life, in milliseconds, and how many checks may pass without one before a process counts as hung. */
const CHECK_EVERY = 1000;
const MOST_SILENT_CHECKS = 10;

/** Maximum number of consecutive failed starts per process once one has been ready; that takes half a minute. */
const MOST_FAILURES = 10;

/** Keeps this many processes running: replaces each that exits or hangs, until told to stop. */
export function keepProcesses({ count, after, start, askToStop }: Wanted): KeptProcesses {
  const alive = new Set<ChildProcess>();
  /** The processes that are ready, and how many checks have passed since they last sent something. */
  const silence = new Map<ChildProcess, number>();
  const ending = new AbortController();
  let [starts, failures, wasReady, isFailed] = [0, 0, false, false];
  let settle: (isReady: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => (settle = resolve));

  // Counted in checks, not in time, so that a pause of this process or the machine doesn't count as silence.
  const checks = setInterval(() => {
    for (const [process, count] of silence) {
      silence.set(process, count + 1);
      if (count >= MOST_SILENT_CHECKS) process.kill('SIGKILL');
    }
  }, CHECK_EVERY);

  async function runOne(number: number): Promise<void> {
    const process = start(number);
    starts += 1;
    alive.add(process);
    const stuck = setTimeout(() => {
      if (!silence.has(process)) process.kill('SIGKILL');
    }, START_PATIENCE);
    await endOf(process);
    clearTimeout(stuck);
    alive.delete(process);
    if (!silence.delete(process)) await noteFailure();
  }

  async function keepOne(_: unknown, number: number): Promise<void> {
    const pauseAfter = growingPauses();
    await after;
    while (!ending.signal.aborted) {
      const begin = performance.now();
      await runOne(number);
      const pause = pauseAfter(performance.now() - begin);
      await sleep(pause, undefined, ending).catch(() => undefined);
    }
  }

  /**
   * A process that exits before it is ready may do so forever, as with a broken build: it is not restarted until some process was ready.
   */
  async function noteFailure(): Promise<void> {
    if (ending.signal.aborted) return;
    failures += 1;
    isFailed = failures >= (wasReady ? count * MOST_FAILURES : count);
    if (isFailed) stop();
    await ready;
  }

  function stop(): void {
    if (ending.signal.aborted) return;
    ending.abort();
    settle(false);
    for (const process of alive) {
      if (silence.has(process)) askToStop(process);
      else process.kill('SIGKILL');
    }
    setTimeout(() => {
      for (const process of alive) process.kill('SIGKILL');
    }, STOP_PATIENCE).unref();
  }

  return {
    list: () => [...silence.keys()],
    countRestarts: () => Math.max(0, starts - count),
    noteMessage: (process, isReady) => {
      if (!isReady && !silence.has(process)) return;
      silence.set(process, 0);
      if (!isReady) return;
      failures = 0;
      wasReady = true;
      settle(true);
    },
    stop,
    ready,
    ended: Promise.all(Array.from({ length: count }, keepOne)).then(() => {
      clearInterval(checks);
      return isFailed ? 'failed' : 'stopped';
    }),
  };
}

/** Resolves when a process has exited. One that could not even be started emits just an error. */
function endOf(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => {
      resolve();
    });
    process.on('error', () => {
      if (process.pid === undefined) resolve();
    });
  });
}
