import type { Worker } from 'node:cluster';
import type { MessageToWorker, SiteFigures, WorkerFigures } from './messages';

/** How long to wait for workers, in milliseconds; one that has not replied by then is too busy. */
const PATIENCE = 1000;

/** Collects the figures of all workers in the primary. */
interface Gathering {
  /** Requests the figures of all workers; concurrent calls share one round of requests. */
  gather: () => Promise<SiteFigures>;
  take: (figures: WorkerFigures) => void;
}

interface Site {
  listWorkers: () => Worker[];
  countRestarts: () => number;
  send: (worker: Worker, message: MessageToWorker) => void;
}

export function gatherFigures({ listWorkers, countRestarts, send }: Site): Gathering {
  const taken = new Map<number, WorkerFigures>();
  let asked: number[] = [];
  let finish: (() => void) | undefined;
  let current: Promise<SiteFigures> | undefined;

  const site = (): SiteFigures => ({
    uptime_seconds: Math.round(process.uptime()),
    restarts: countRestarts(),
    primary: { pid: process.pid, rss_bytes: process.memoryUsage.rss() },
    workers: asked.map((pid) => taken.get(pid) ?? { pid }),
  });

  async function ask(): Promise<SiteFigures> {
    taken.clear();
    const workers = listWorkers();
    asked = workers.map(({ process: { pid } }) => pid ?? 0);
    const all = new Promise<void>((resolve) => (finish = resolve));
    const timer = setTimeout(() => finish?.(), PATIENCE);
    for (const worker of workers) send(worker, { kind: 'report' });
    await all;
    clearTimeout(timer);
    current = undefined;
    return site();
  }

  return {
    gather: () => (current ??= ask()),
    take: (figures) => {
      taken.set(figures.pid, figures);
      if (asked.every((pid) => taken.has(pid))) finish?.();
    },
  };
}
