import type { ChildProcess } from 'node:child_process';
import type { OriginFigures, SiteFigures, WorkerFigures } from './messages';

/** How long to wait for processes, in milliseconds; one that has not replied by then is too busy. */
const PATIENCE = 1000;

/** Collects the figures of all processes in the primary. */
interface Gathering {
  /** Requests the figures of all processes; concurrent calls share one round of requests. */
  gather: () => Promise<SiteFigures>;
  take: (figures: WorkerFigures | OriginFigures) => void;
}

interface Site {
  listWorkers: () => ChildProcess[];
  listOrigins: () => ChildProcess[];
  countRestarts: () => number;
  /** Asks a process for its figures. */
  ask: (process: ChildProcess) => void;
}

export function gatherFigures({ listWorkers, listOrigins, countRestarts, ask }: Site): Gathering {
  const taken = new Map<number, WorkerFigures | OriginFigures>();
  let asked: number[] = [];
  let finish: (() => void) | undefined;
  let current: Promise<SiteFigures> | undefined;

  async function askAll(): Promise<SiteFigures> {
    taken.clear();
    const [workers, origins] = [listWorkers(), listOrigins()];
    const processes = [...workers, ...origins];
    asked = processes.map(pidOf);
    const all = new Promise<void>((resolve) => (finish = resolve));
    const timer = setTimeout(() => finish?.(), PATIENCE);
    for (const process of processes) ask(process);
    await all;
    clearTimeout(timer);
    current = undefined;
    return {
      uptime_seconds: Math.round(process.uptime()),
      restarts: countRestarts(),
      primary: { pid: process.pid, rss_bytes: process.memoryUsage.rss() },
      workers: workers.map(pidOf).map((pid) => workerOf(taken.get(pid)) ?? { pid }),
      origins: origins.map(pidOf).map((pid) => originOf(taken.get(pid)) ?? { pid }),
    };
  }

  return {
    gather: () => (current ??= askAll()),
    take: (figures) => {
      taken.set(figures.pid, figures);
      if (asked.every((pid) => taken.has(pid))) finish?.();
    },
  };
}

type Figures = WorkerFigures | OriginFigures | undefined;

const pidOf = ({ pid }: ChildProcess) => pid ?? 0;
const workerOf = (figures: Figures) => (figures && 'cache' in figures ? figures : undefined);
const originOf = (figures: Figures) => (figures && 'renders' in figures ? figures : undefined);
