import { MICROS_PER_DAY, type Clock } from '@/lib/time';
import { isRankable, numberOf, type Metric, type MetricValue } from './metric';
import { shortText } from './short-text';

/** Figures read further apart than this are not comparable. */
const MOST_APART = 365 * MICROS_PER_DAY;

/**
 * Finds the best values in a row, and returns whether a value is one of them. Figures read more than a year before the newest one don't
 * take part. Values that are displayed alike are equally good; none is best if fewer than two can be compared or all are displayed alike.
 */
export function bestOf(
  metric: Metric,
  values: MetricValue[],
  clock: Clock,
): (value: MetricValue) => boolean {
  const comparable = comparableOf(values, clock);
  const numbers = comparable.map((value) => numberOf(value) ?? 0);
  const isEnough = metric.better !== undefined && comparable.length > 1;
  const best = metric.better === 'higher' ? Math.max(...numbers) : Math.min(...numbers);
  const shown = comparable.map((value) => shortText(value, clock));
  const bestShown = shown[numbers.indexOf(best)];
  const alike = new Set(comparable.filter((_, index) => shown[index] === bestShown));
  return (value) => isEnough && alike.size < comparable.length && alike.has(value);
}

/** The ranked values that were read within a year of the newest one. */
function comparableOf(values: MetricValue[], { now }: Clock): MetricValue[] {
  const ranked = values.filter((value) => numberOf(value) !== null && isRankable(value, now));
  const newest = Math.max(...ranked.map(({ asOf }) => asOf ?? 0));
  return ranked.filter(({ asOf }) => asOf === null || newest - asOf <= MOST_APART);
}
