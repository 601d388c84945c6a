import type { IsThere, Turns } from '../turns';

interface Flight<Result> {
  /** Of the database, as it was when the work began; undefined while it waits. */
  version: number | undefined;
  passengers: IsThere[];
  result: Promise<Result>;
}

/**
 * Works that many may ask for at once, each done once, when its turn comes. `findVersion` names the state of the database: nobody gets what
 * was begun in an older one than that of the moment they asked.
 */
export function openFlights<Result>(findVersion: () => number, turns: Turns) {
  const flights = new Map<string, Flight<Result>>();

  function depart(key: string, work: () => Promise<Result>, passenger: IsThere) {
    const begun: { version?: number } = {};
    const passengers = [passenger];
    const start = () => {
      begun.version = findVersion();
      return work();
    };
    const result = turns.take(start, () => passengers.some((isThere) => isThere()));
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
    /** Rejects as `take` of turns does. */
    join: (key: string, work: () => Promise<Result>, isThere: IsThere): Promise<Result> => {
      const known = flights.get(key);
      const isYoung = known && (known.version === undefined || known.version === findVersion());
      if (!isYoung) return depart(key, work, isThere);
      known.passengers.push(isThere);
      return known.result;
    },
  };
}
