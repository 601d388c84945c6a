import PQueue from 'p-queue';

/** Too many wait already: who comes now is better told to come again. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting';
}

interface Flight<Result> {
  /** Of the database, as it was when the work began; undefined while it waits. */
  version: number | undefined;
  result: Promise<Result>;
}

/** With ten milliseconds each, the last one gets its answer after some seconds. */
const MOST_WAITING = 500;

/**
 * Works that many may ask for at once, each done once, and one after another: they share one thread in any case, and so what a work reads
 * of the database can be told from what others read. `findVersion` names the state of the database: nobody gets what was begun in an
 * older one than that of the moment they asked.
 */
export function openFlights<Result>(findVersion: () => number, most = MOST_WAITING) {
  const queue = new PQueue({ concurrency: 1 });
  const flights = new Map<string, Flight<Result>>();

  function depart(key: string, work: () => Promise<Result>): Promise<Result> {
    const begun: { version?: number } = {};
    const result = queue.add(() => {
      begun.version = findVersion();
      return work();
    });
    const flight = {
      result,
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
    /** Rejects with TooManyWaiting, or with what the work throws. */
    join: (key: string, work: () => Promise<Result>): Promise<Result> => {
      const known = flights.get(key);
      const isYoung = known && (known.version === undefined || known.version === findVersion());
      if (isYoung) return known.result;
      return queue.size < most ? depart(key, work) : Promise.reject(new TooManyWaiting());
    },
    waiting: () => queue.size,
  };
}
