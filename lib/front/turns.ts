import PQueue from 'p-queue';

/** Too many wait already: who comes now is better told to come again. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting';
}

/** All who asked for it have gone before it began. */
export class NobodyWaits extends Error {
  override name = 'NobodyWaits';
}

/** Whether one who has asked is still there. */
export type IsThere = () => boolean;

export interface Turns {
  /** Does a work when its turn comes. Rejects with TooManyWaiting, with NobodyWaits, or with what the work throws. */
  take: <Result>(work: () => Promise<Result>, isThere: IsThere) => Promise<Result>;
  waiting: () => number;
}

/** With ten milliseconds each, the last one gets its answer after some seconds. */
const MOST_WAITING = 500;

/** One is being done, and the next is at hand as soon as that is over. */
const AT_ONCE = 2;

/** Lets works begin in the order of asking, so many at a time; by default those that one thread does. What nobody waits for any more when its turn comes is not done. */
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
