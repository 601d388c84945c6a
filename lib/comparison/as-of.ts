import { DAY_ZONE, formatDay } from '@/lib/time';
import type { MetricValue } from './metric';

/** The day a value was read, as `2026-08-08`; null if unknown. Exact times use the site's time zone. */
export function asOfDay(value: MetricValue, zone: string): string | null {
  if (value.asOf === null) return null;
  const isExact = value.kind === 'count' && value.asOfPrecision === 'time';
  return formatDay(value.asOf, isExact ? zone : DAY_ZONE);
}
