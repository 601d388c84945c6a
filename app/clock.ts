import { settings } from '@/lib/settings';
import { now, type Clock } from '@/lib/time';

/** Returns the clock of one request. */
export function readClock(): Clock {
  return { now: now(), zone: settings().SITE_TIME_ZONE };
}
