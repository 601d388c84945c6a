import { openLimiter } from './rate-limiter';

/** Attempts to sign in with one user name, and the seconds in which they count. */
const LIMIT = { points: 10, duration: 15 * 60 };

let limiter: ReturnType<typeof openLimiter> | undefined;

/** Counts an attempt to sign in; returns false if there were too many for this name. */
export async function countSignIn(name: string): Promise<boolean> {
  const counted = await (limiter ??= openLimiter({ tableName: 'sign_in_attempts', ...LIMIT }));
  return counted.consume(name.toLowerCase()).then(
    () => true,
    () => false,
  );
}
