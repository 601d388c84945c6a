import cluster, { type Worker } from 'node:cluster';
import { gatherFigures } from './figures';
import { keepWorkers } from './keep-workers';
import { readMessageToPrimary, type MessageToPrimary, type MessageToWorker } from './messages';

interface PrimaryOptions {
  /** How many workers to keep. */
  count: number;
  /** Settings that all workers share. */
  environment: Record<string, string>;
  /** Told once, when the first worker listens. */
  whenReady: () => void;
}

/** Keeps workers, each of which runs the same program as this process, and carries messages between them. */
export function runPrimary({ count, environment, whenReady }: PrimaryOptions) {
  // Workers take connections from the system themselves. Handed out by the primary, one that a worker has not taken before it dies would hang for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // Answers are bytes, which JSON has no way to write.
  cluster.setupPrimary({ serialization: 'advanced' });
  const workers = keepWorkers({
    count,
    whenReady,
    start: () => {
      const worker = cluster.fork(environment);
      worker.on('message', (message) => {
        hear(worker, readMessageToPrimary(message));
      });
      return worker;
    },
    askToStop: (worker) => {
      tell(worker, { kind: 'stop' });
    },
    whenChanged: () => {
      const ids = workers.listWorkers().map(({ id }) => id);
      tellAll({ kind: 'workers', ids });
    },
  });
  const figures = gatherFigures({ ...workers, tell });

  function hear(from: Worker, message: MessageToPrimary): void {
    if (message.kind === 'figures') figures.take(message.figures);
    else if (message.kind === 'counted') tellAll(message, from);
    else if ('to' in message) tellOne(message.to, message);
    else {
      void figures.gather().then((site) => {
        tell(from, { kind: 'site', figures: site });
      });
    }
  }

  function tellAll(message: MessageToWorker, butFor?: Worker): void {
    for (const worker of workers.listWorkers()) if (worker !== butFor) tell(worker, message);
  }

  function tellOne(to: number, message: MessageToWorker): void {
    const worker = workers.listWorkers().find(({ id }) => id === to);
    if (worker) tell(worker, message);
  }

  return workers;
}

/** A worker may end before it hears it. */
function tell(worker: Worker, message: MessageToWorker): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}
