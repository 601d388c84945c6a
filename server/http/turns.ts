import PQueue from 'p-queue';

/** The queue is full; the client should try again later. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting';
}

/** All clients of the work disconnected before it started. */
export class NobodyWaits extends Error {
  override name = 'NobodyWaits';
}

/** Whether the client is still connected. */
export type IsThere = () => boolean;

export interface Turns {
  /** Runs work when its turn comes. Rejects with TooManyWaiting, NobodyWaits, or what the work throws. */
  take: <Result>(work: () => Promise<Result>, isThere: IsThere) => Promise<Result>;
  waiting: () => number;
}

/** Maximum queue length; at ten milliseconds each, the last one waits a few seconds. */
const MOST_WAITING = 500;

/** One runs, and the next is ready as soon as it is done. */
const AT_ONCE = 2;

/** FIFO render queue; by default as concurrent as a single render thread needs. Skips work whose clients have disconnected. */
export function openTurns({ most = MOST_WAITING, atOnce = AT_ONCE } = {}): Turns {
  const queue = new PQueue({ concurrency: atOnce });
  return {
    take: (work, isThere) => {
      if (queue.size >= most) return Promise.reject(new TooManyWaiting());
      return queue.add(() => {
        if (!isThere()) throw new NobodyWaits();
        return work();
      });
    },
    waiting: () => queue.size,
  };
}
