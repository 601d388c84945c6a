import { describeDate } from '@/lib/text/dated';
import { formatCompact, formatCount } from '@/lib/text/wording';
import type { Clock } from '@/lib/time';
import { numberOf, type MetricValue } from './metric';

/** A ranked value as a cell shows it, so that values which look the same count as the same; empty for others. */
export function shortText(value: MetricValue, clock: Clock): string {
  const number = numberOf(value);
  if (number === null) return '';
  switch (value.kind) {
    case 'count':
      return formatCompact(number);
    case 'age':
      return describeDate(number, value.precision, clock).age;
    default:
      return formatCount(number);
  }
}
