import cluster from 'node:cluster';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '@/lib/root';
import { gatherFigures } from './figures';
import { keepProcesses, type KeptProcesses } from './keep-processes';
import {
  readMessageToPrimary,
  type MessageToOrigin,
  type MessageToPrimary,
  type MessageToWorker,
} from './messages';
import { createSocketFolder } from './sockets';

interface SiteOptions {
  /** Number of workers, and of origins. */
  count: number;
  /** Settings of all processes. */
  environment: Partial<Record<string, string>>;
  /** Called once, when the site can handle requests. */
  onReady: () => void;
}

interface RunningSite {
  /** Refuses new requests, finishes those in progress and ends all processes. */
  stop: () => void;
  ended: Promise<'stopped' | 'failed'>;
}

/**
 * Room for short-lived objects, in megabytes of one semi-space. Rendering a page leaves many; with less room, collecting them takes half
 * as much time again.
 */
export const SEMI_SPACE_MEGABYTES = 64;

/** Starts the processes that serve the built site, and keeps them running: first origins, which render, and then workers, which answer. */
export function runSite({ count, environment, onReady }: SiteOptions): RunningSite {
  const env = {
    ...environment,
    ...{ WORKERS: String(count), SOCKET_FOLDER: createSocketFolder() },
    ...{ NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' },
  };
  // Workers accept connections from the system themselves. If the primary handed them out, one not yet accepted by a
  // worker that dies would hang forever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: join(ROOT, '.server/http.js'), args: [], cwd: ROOT });

  const listenTo = (process: ChildProcess, kept: () => KeptProcesses) =>
    process.on('message', (message) => {
      const read = readMessageToPrimary(message);
      kept().noteMessage(process, read.kind === 'ready');
      onMessage(process, read);
    });
  const origins = keepProcesses({
    count,
    start: (number) => {
      const execArgv = [`--max-semi-space-size=${SEMI_SPACE_MEGABYTES}`];
      const options = {
        cwd: ROOT,
        execArgv,
        env: { ...process.env, ...env, ORIGIN: String(number) },
      };
      return listenTo(fork(join(ROOT, '.server/origin.js'), options), () => origins);
    },
    askToStop,
  });
  const workers = keepProcesses({
    count,
    after: origins.ready,
    start: () => listenTo(cluster.fork(env).process, () => workers),
    askToStop,
  });
  const figures = gatherFigures({
    listWorkers: workers.list,
    listOrigins: origins.list,
    countRestarts: () => workers.countRestarts() + origins.countRestarts(),
    ask: (process) => {
      send(process, { kind: 'report' });
    },
  });

  function onMessage(from: ChildProcess, message: MessageToPrimary): void {
    if (message.kind === 'figures') figures.take(message.figures);
    else if (message.kind === 'counted') {
      for (const worker of workers.list()) if (worker !== from) send(worker, message);
    } else if (message.kind === 'ask') {
      void figures.gather().then((site) => {
        send(from, { kind: 'site', figures: site });
      });
    }
  }

  /** Origins end last, since workers need them until their last response. */
  async function ended(): Promise<'stopped' | 'failed'> {
    const ofWorkers = await workers.ended;
    origins.stop();
    const ofOrigins = await origins.ended;
    return ofWorkers === 'failed' ? ofWorkers : ofOrigins;
  }

  void workers.ready.then((isReady) => {
    if (isReady) onReady();
  });
  void origins.ended.then(workers.stop);
  return { stop: workers.stop, ended: ended() };
}

function askToStop(process: ChildProcess): void {
  send(process, { kind: 'stop' });
}

/** A process may exit before it receives the message. */
function send(process: ChildProcess, message: MessageToWorker | MessageToOrigin): void {
  if (process.connected) process.send(message, () => undefined);
}
