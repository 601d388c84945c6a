import { nounFor } from './plural';
import { DAY_ZONE, formatDay, MICROS_PER_DAY, type Micros } from '@/lib/time';

const wholeNumber = new Intl.NumberFormat('en');

/** 12345 as `12,345`. */
export function formatCount(value: number): string {
  return wholeNumber.format(value);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Numbers from this on are abbreviated. */
const COMPACT_FROM = 10_000;

/** 19240 as `19.2K`, 1234 as `1,234`: short enough for a dense table. */
export function formatCompact(value: number): string {
  return value < COMPACT_FROM ? formatCount(value) : compact.format(value);
}

const rate = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 3.25 as `3.3`, 12 as `12.0`: a number a week. */
export function formatRate(value: number): string {
  return rate.format(value);
}

/** `1 package`, `15 packages`. */
export function countOf(value: number, one: string, many?: string): string {
  return `${formatCount(value)} ${nounFor(value, one, many)}`;
}

/** `15 packages`, or `3 of 15 packages` if some are not shown. */
export function countShown(shown: number, total: number, one: string): string {
  return shown === total ? countOf(total, one) : `${formatCount(shown)} of ${countOf(total, one)}`;
}

const steps = [
  { days: 365.25, unit: 'year' },
  { days: 30.44, unit: 'month' },
  { days: 7, unit: 'week' },
];

/** Shown instead of an age if a source gives a wrong date. */
const FUTURE = 'in the future';

/** How long ago a time was, in the largest unit that gives at least 2: `3 years ago`, `17 months ago`, `yesterday`. */
export function describeAge(time: Micros, now: Micros): string {
  if (time > now) return FUTURE;
  const days = Math.floor((now - time) / MICROS_PER_DAY);
  if (days < 1) return 'today';
  if (days === 1) return 'yesterday';
  const step = steps.find((it) => days / it.days >= 2);
  if (!step) return `${days} days ago`;
  return `${countOf(Math.floor(days / step.days), step.unit)} ago`;
}

/** How long ago a month was: `this month`, `last month`, `5 months ago`, `3 years ago`. */
export function describeMonthAge(time: Micros, now: Micros): string {
  const monthOf = (time: Micros) => {
    const [year = 0, month = 0] = formatDay(time, DAY_ZONE).split('-').map(Number);
    return year * 12 + month;
  };
  const passed = monthOf(now) - monthOf(time);
  if (passed < 0) return FUTURE;
  if (passed === 0) return 'this month';
  if (passed === 1) return 'last month';
  return passed < 24 ? `${passed} months ago` : `${Math.floor(passed / 12)} years ago`;
}

const monthNames =
  'January February March April May June July August September October November December';
const months = monthNames.split(' ');

/** `5 May 2026`, in a time zone. */
export function describeDay(time: Micros, zone: string): string {
  return nameDay(formatDay(time, zone));
}

/** `May 2026`, in a time zone. */
export function describeMonth(time: Micros, zone: string): string {
  return nameMonth(formatDay(time, zone));
}

/** 2026-05-05 as `5 May 2026`; ignores anything after the day. */
export function nameDay(date: string): string {
  return `${Number(date.slice(8, 10))} ${nameMonth(date)}`;
}

/** 2026-05-05 as `May 2026`. */
export function nameMonth(date: string): string {
  return `${months[Number(date.slice(5, 7)) - 1] ?? ''} ${Number(date.slice(0, 4))}`;
}

/** `May 2022`, or `May 2022 to August 2026`: the months of the earliest and the latest time. */
export function describeMonths(times: Micros[], zone: string): string {
  const first = describeMonth(Math.min(...times), zone);
  const last = describeMonth(Math.max(...times), zone);
  return first === last ? first : `${first} to ${last}`;
}

/** `Celery, Huey and Django Q`. */
export function joinNames(names: string[], conjunction: 'and' | 'or' = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `four`; numbers from 10 on as digits. */
export function numberInWords(value: number): string {
  return numbers[value] ?? formatCount(value);
}
