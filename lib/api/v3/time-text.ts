import { formatIso, type Micros } from '@/lib/time';

/** `2024-06-03T17:19:48.550Z`, like Django's encoder: UTC, truncated to milliseconds, no fraction if the microseconds are 0. */
export function utcText(time: Micros): string {
  return formatIso(time, 'UTC')
    .replace(/(\.\d{3})\d{3}/, '$1')
    .replace('+00:00', 'Z');
}
