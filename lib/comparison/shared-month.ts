import { DAY_ZONE, formatDay, isStale, type Clock, type Micros } from '@/lib/time';
import { describeMonth } from '@/lib/text/wording';
import type { MetricValue } from './metric';

/** The month in which more than half of a row's known values were read, if that is over a year ago; the row's heading then says it once. */
export function sharedMonth(values: MetricValue[], clock: Clock): string | undefined {
  const known = values.filter(({ value }) => value !== null);
  const counts = new Map<string, number>();
  for (const { asOf } of known) {
    if (!isStale(asOf, clock)) continue;
    const month = monthOf(asOf);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => 2 * count > known.length)?.[0];
}

/** The year to show next to a value: if it was read over a year ago, or not in the month of the heading. */
export function ownYear(
  { asOf }: MetricValue,
  shared: string | undefined,
  clock: Clock,
): string | undefined {
  if (asOf === null || (shared === undefined && !isStale(asOf, clock))) return undefined;
  return monthOf(asOf) === shared ? undefined : formatDay(asOf, DAY_ZONE).slice(0, 4);
}

const monthOf = (time: Micros) => describeMonth(time, DAY_ZONE);
