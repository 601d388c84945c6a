import { RateLimiterSQLite } from 'rate-limiter-flexible';
import { stateDatabase } from './state-database';

/** Attempts to sign in with one user name, and the seconds in which they count. */
const [ATTEMPTS, PERIOD] = [10, 15 * 60];

let limiter: Promise<RateLimiterSQLite> | undefined;

const open = () =>
  new Promise<RateLimiterSQLite>((resolve, reject) => {
    const made: RateLimiterSQLite = new RateLimiterSQLite(
      {
        storeClient: stateDatabase(),
        storeType: 'better-sqlite3',
        tableName: 'sign_in_attempts',
        points: ATTEMPTS,
        duration: PERIOD,
      },
      (error?: Error) => {
        if (error) reject(error);
        else
          queueMicrotask(() => {
            resolve(made);
          });
      },
    );
  });

/** Counts an attempt to sign in; returns false if there were too many for this name. */
export async function countSignIn(name: string): Promise<boolean> {
  const counted = await (limiter ??= open());
  return counted.consume(name.toLowerCase()).then(
    () => true,
    () => false,
  );
}
