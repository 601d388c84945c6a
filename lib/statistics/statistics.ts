import type { Entry } from './chart';
import { MICROS_PER_DAY } from '@/lib/time';

/** The number of days in each year, from the first year to the last. Days are counted from 1970. */
export function yearEntries(days: number[]): Entry[] {
  const counts = new Map<number, number>();
  for (const [day, count] of countEach(days)) {
    const year = new Date(day * MILLIS_PER_DAY).getUTCFullYear();
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  const first = Math.min(...counts.keys());
  const length = counts.size === 0 ? 0 : Math.max(...counts.keys()) - first + 1;
  return Array.from({ length }, (_, index) => ({
    label: String(first + index),
    count: counts.get(first + index) ?? 0,
  }));
}

const MILLIS_PER_DAY = MICROS_PER_DAY / 1000;

/** Counts each number, because there are many more releases than days and finding a day's year is slow. */
function countEach(values: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
