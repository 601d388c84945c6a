import type { IsThere, Turns } from '../turns';

interface Flight<Result> {
  /** The version of the database when the work began; undefined while it waits. */
  version: number | undefined;
  waiters: IsThere[];
  result: Promise<Result>;
}

/**
 * Request coalescing: concurrent requests for the same key wait for one piece of work, which runs when the queue reaches it. `findVersion`
 * returns the version of the database: no request gets a result that was begun in an older version than the request saw.
 */
export function openFlights<Result>(findVersion: () => number, turns: Turns) {
  const flights = new Map<string, Flight<Result>>();

  function depart(key: string, work: () => Promise<Result>, waiter: IsThere) {
    const begun: { version?: number } = {};
    const waiters = [waiter];
    const start = () => {
      begun.version = findVersion();
      return work();
    };
    const result = turns.take(start, () => waiters.some((isThere) => isThere()));
    const flight = {
      ...{ result, waiters },
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
    /** Rejects like the queue. */
    join: (key: string, work: () => Promise<Result>, isThere: IsThere): Promise<Result> => {
      const known = flights.get(key);
      const isYoung = known && (known.version === undefined || known.version === findVersion());
      if (!isYoung) return depart(key, work, isThere);
      known.waiters.push(isThere);
      return known.result;
    },
  };
}
