import { DAY_ZONE, formatDay } from '@/lib/time';
import type { MetricValue } from './metric';

/** The day a value was read, as `2026-08-08`; null if unknown. Exact times use the site's time zone. */
export function asOfDay(value: MetricValue, zone: string): string | null {
  if (value.asOf === null) return null;
  // Health is computed at a time; all other figures are read on a day.
  return formatDay(value.asOf, value.kind === 'health' ? zone : DAY_ZONE);
}
