import type { Entry } from './chart';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** Age ranges of a last commit, youngest first, each with its upper limit in days. */
const ages = [
  { label: 'under 3 months', days: 91 },
  { label: '3 to 6 months', days: 182 },
  { label: '6 to 12 months', days: 365 },
  { label: '1 to 2 years', days: 730 },
  { label: '2 to 5 years', days: 1826 },
];

/** The times between the age ranges, latest first; the last is before any commit. */
export function ageLimits(now: Micros): Micros[] {
  return [...ages.map(({ days }) => now - days * MICROS_PER_DAY), 0];
}

/** The count in each age range, from the counts younger than each limit; the rest of `total` has an unknown age. */
export function ageEntries(younger: number[], total: number): Entry[] {
  const labels = [...ages.map(({ label }) => label), 'over 5 years', 'unknown'];
  const upTo = [...younger, total];
  return labels.map((label, index) => ({
    label,
    count: (upTo[index] ?? 0) - (upTo[index - 1] ?? 0),
  }));
}

const sizes = [
  { label: '0', from: 0 },
  { label: '1–4', from: 1 },
  { label: '5–9', from: 5 },
  { label: '10–19', from: 10 },
  { label: '20–49', from: 20 },
  { label: '50+', from: 50 },
];

/** The number of grids in each size range, up to the largest grid. */
export function sizeEntries(grids: { size: number; count: number }[]): Entry[] {
  const largest = Math.max(0, ...grids.map(({ size }) => size));
  const used = sizes.filter(({ from }) => from <= largest);
  return used.map(({ label, from }, index) => {
    const end = sizes[index + 1]?.from ?? Infinity;
    const within = grids.filter(({ size }) => size >= from && size < end);
    return { label, count: within.reduce((sum, { count }) => sum + count, 0) };
  });
}

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
