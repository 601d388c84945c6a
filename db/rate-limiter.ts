import { RateLimiterSQLite } from 'rate-limiter-flexible';
import { stateDatabase } from './state-database';

interface Limit {
  /** Its table in the state database. */
  tableName: string;
  keyPrefix?: string;
  /** The number of actions allowed within `duration` seconds. */
  points: number;
  duration: number;
}

/** Opens a rate limiter that counts in the state database. */
export const openLimiter = (limit: Limit) =>
  new Promise<RateLimiterSQLite>((resolve, reject) => {
    const made: RateLimiterSQLite = new RateLimiterSQLite(
      { storeClient: stateDatabase(), storeType: 'better-sqlite3', ...limit },
      (error?: Error) => {
        if (error) reject(error);
        else
          queueMicrotask(() => {
            resolve(made);
          });
      },
    );
  });
