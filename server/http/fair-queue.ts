/** The queue is full, or the work has waited too long; the client should try again later. */
export class TooBusyError extends Error {
  override name = 'TooBusyError';
}

/** All clients of the work disconnected before it started. */
export class DisconnectedError extends Error {
  override name = 'DisconnectedError';
}

/** Whether the client is still connected. */
export type IsThere = () => boolean;

export interface FairQueue {
  /** Runs work when its turn comes. Rejects with TooBusyError, DisconnectedError, or what the work throws. */
  add: <Result>(client: string, work: () => Promise<Result>, isThere: IsThere) => Promise<Result>;
  /** The number of waiting jobs. */
  waiting: () => number;
}

interface Limits {
  /** Number of jobs that run at the same time. */
  concurrency: number;
  /** How long a job may run before the next one's turn, in milliseconds, so that stuck ones don't block the queue. */
  longestTurn?: number;
  /** Maximum number of waiting jobs, per client and in total. */
  perClient?: number;
  total?: number;
  /** How long a job may wait, in milliseconds. */
  patience?: number;
}

/** Starts a job, which then leaves the queue. */
type Start = () => void;

/** A queue in which clients take turns, so that one with many requests delays those of the others by one job each at most. */
export function openFairQueue(limits: Limits): FairQueue {
  const {
    concurrency,
    longestTurn = 2000,
    perClient = 100,
    total = 1000,
    patience = 5000,
  } = limits;
  /** The waiting jobs of each client; the client whose turn is next comes first. */
  const clients = new Map<string, Set<Start>>();
  let [running, waiting] = [0, 0];

  function startNext(): void {
    while (running < concurrency) {
      const [client, jobs] = clients.entries().next().value ?? [];
      const [start] = jobs ?? [];
      if (client === undefined || !jobs || !start) return;
      remove(client, start);
      if (clients.delete(client)) clients.set(client, jobs);
      start();
    }
  }

  function remove(client: string, start: Start): void {
    const jobs = clients.get(client);
    if (jobs?.delete(start)) waiting -= 1;
    if (jobs?.size === 0) clients.delete(client);
  }

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    running += 1;
    const end = once(() => {
      running -= 1;
      startNext();
    });
    const turn = setTimeout(end, longestTurn);
    try {
      return await work();
    } finally {
      clearTimeout(turn);
      end();
    }
  }

  return {
    add: (client, work, isThere) =>
      new Promise((resolve, reject) => {
        const jobs = clients.get(client) ?? new Set();
        if (jobs.size >= perClient || waiting >= total) {
          reject(new TooBusyError());
          return;
        }
        const late = setTimeout(() => {
          remove(client, start);
          reject(new TooBusyError());
        }, patience);
        const start = () => {
          clearTimeout(late);
          if (isThere()) run(work).then(resolve, reject);
          else reject(new DisconnectedError());
        };
        jobs.add(start);
        clients.set(client, jobs);
        waiting += 1;
        startNext();
      }),
    waiting: () => waiting,
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
