import type { IsThere } from '../fair-queue';

/** Puts work into a queue for a client. */
export type Enqueue = <Result>(
  client: string,
  work: () => Promise<Result>,
  isThere: IsThere,
) => Promise<Result>;

interface Flight<Result> {
  /** The version of the database when the work began; undefined while it waits. */
  version: number | undefined;
  /** Begins the work, or joins it if it has begun. */
  begin: () => Promise<Result>;
  /** The waiting clients, whether they are still connected, and the result each waits for. */
  clients: Map<string, { waiters: IsThere[]; result: Promise<Result> }>;
}

export interface Waiter {
  client: string;
  isThere: IsThere;
}

/**
 * Request coalescing: concurrent requests for the same key wait for one piece of work. It waits in the queue once for each client, and
 * begins at the first turn of any. `findVersion` returns the version of the database: no request gets a result that was begun in an older
 * version than the request saw.
 */
export function openFlights<Result>(findVersion: () => number) {
  const flights = new Map<string, Flight<Result>>();

  function open(key: string, work: () => Promise<Result>): Flight<Result> {
    let begun: Promise<Result> | undefined;
    const flight: Flight<Result> = {
      version: undefined,
      clients: new Map(),
      begin: () => {
        flight.version ??= findVersion();
        return (begun ??= work().finally(() => {
          forget(key, flight);
        }));
      },
    };
    flights.set(key, flight);
    return flight;
  }

  function forget(key: string, flight: Flight<Result>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return {
    /** Rejects like the queue. */
    join: (
      key: string,
      work: () => Promise<Result>,
      { client, isThere }: Waiter,
      enqueue: Enqueue,
    ): Promise<Result> => {
      const known = flights.get(key);
      const isYoung = known && (known.version === undefined || known.version === findVersion());
      const flight = isYoung ? known : open(key, work);
      const joined = flight.clients.get(client);
      if (joined) {
        joined.waiters.push(isThere);
        return joined.result;
      }
      const waiters = [isThere];
      const result = enqueue(client, flight.begin, () => waiters.some((it) => it()));
      flight.clients.set(client, { waiters, result });
      // Without waiters, the work never begins.
      result.catch(() => {
        flight.clients.delete(client);
        if (flight.clients.size === 0) forget(key, flight);
      });
      return result;
    },
  };
}
