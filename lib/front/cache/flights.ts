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
type IsThere = () => boolean;

interface Flight<Result> {
  /** Of the database, as it was when the work began; undefined while it waits. */
  version: number | undefined;
  passengers: IsThere[];
  result: Promise<Result>;
}

/** With ten milliseconds each, the last one gets its answer after some seconds. */
const MOST_WAITING = 500;

/** One is being done, and the next is at hand as soon as that is over; the thread that does them takes one at a time. */
const AT_ONCE = 2;

/**
 * Works that many may ask for at once, each done once, in the order of asking. What nobody waits for any more when its turn comes is not
 * done. `findVersion` names the state of the database: nobody gets what was begun in an older one than that of the moment they asked.
 */
export function openFlights<Result>(findVersion: () => number, most = MOST_WAITING) {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const flights = new Map<string, Flight<Result>>();

  function depart(key: string, work: () => Promise<Result>, passenger: IsThere) {
    const begun: { version?: number } = {};
    const passengers = [passenger];
    const result = queue.add(() => {
      if (!passengers.some((isThere) => isThere())) throw new NobodyWaits();
      begun.version = findVersion();
      return work();
    });
    const flight = {
      ...{ result, passengers },
      get version() {
        return begun.version;
      },
    };
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flights.set(key, flight);
    result.then(forget, forget);
    return result;
  }

  return {
    /** Rejects with TooManyWaiting, with NobodyWaits, or with what the work throws. */
    join: (key: string, work: () => Promise<Result>, isThere: IsThere): Promise<Result> => {
      const known = flights.get(key);
      const isYoung = known && (known.version === undefined || known.version === findVersion());
      if (isYoung) {
        known.passengers.push(isThere);
        return known.result;
      }
      return queue.size < most ? depart(key, work, isThere) : Promise.reject(new TooManyWaiting());
    },
    waiting: () => queue.size,
  };
}
