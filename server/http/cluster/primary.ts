import cluster, { type Worker } from 'node:cluster';
import { gatherFigures } from './figures';
import { keepWorkers } from './keep-workers';
import { readMessageToPrimary, type MessageToPrimary, type MessageToWorker } from './messages';

interface PrimaryOptions {
  /** Number of workers to keep. */
  count: number;
  /** Settings shared by all workers. */
  environment: Record<string, string>;
  /** Called once, when the first worker listens. */
  whenReady: () => void;
}

/** Keeps workers running the same program as this process, and relays messages between them. */
export function runPrimary({ count, environment, whenReady }: PrimaryOptions) {
  // Workers accept connections from the system themselves. If the primary handed them out, one not yet accepted by a
  // worker that dies would hang forever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // Responses contain bytes, which JSON can't represent.
  cluster.setupPrimary({ serialization: 'advanced' });
  const workers = keepWorkers({
    count,
    whenReady,
    start: () => {
      const worker = cluster.fork(environment);
      worker.on('message', (message) => {
        onMessage(worker, readMessageToPrimary(message));
      });
      return worker;
    },
    askToStop: (worker) => {
      send(worker, { kind: 'stop' });
    },
    whenChanged: () => {
      const ids = workers.listWorkers().map(({ id }) => id);
      tellAll({ kind: 'workers', ids });
    },
  });
  const figures = gatherFigures({ ...workers, send });

  function onMessage(from: Worker, message: MessageToPrimary): void {
    if (message.kind === 'figures') figures.take(message.figures);
    else if (message.kind === 'counted') tellAll(message, from);
    else if ('to' in message) tellOne(message.to, message);
    else {
      void figures.gather().then((site) => {
        send(from, { kind: 'site', figures: site });
      });
    }
  }

  function tellAll(message: MessageToWorker, butFor?: Worker): void {
    for (const worker of workers.listWorkers()) if (worker !== butFor) send(worker, message);
  }

  function tellOne(to: number, message: MessageToWorker): void {
    const worker = workers.listWorkers().find(({ id }) => id === to);
    if (worker) send(worker, message);
  }

  return workers;
}

/** A worker may exit before it receives the message. */
function send(worker: Worker, message: MessageToWorker): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}
