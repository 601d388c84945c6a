import { MICROS_PER_DAY, now } from '@/lib/time';
import { runAside } from './run-aside';

/** How often to check whether a day has passed, in milliseconds; a one-day timer would be late after the computer has slept. */
const EVERY = 10 * 60_000;

/** Recomputes health and trend once a day while the site runs; the start has just done so. Retries after a failure. */
export function keepHealth(
  environment: Partial<Record<string, string>>,
  run: typeof runAside = runAside,
): void {
  let judgedAt = now();
  let isBusy = false;
  const look = () => {
    const begin = now();
    if (isBusy || begin - judgedAt < MICROS_PER_DAY) return;
    isBusy = true;
    void run('judge', environment).then((isDone) => {
      isBusy = false;
      if (isDone) judgedAt = begin;
    });
  };
  setInterval(look, EVERY).unref();
}
