import { describeDate } from '@/lib/text/dated';
import { DAY_ZONE, formatIso, isStale, type Clock, type Micros, type Precision } from '@/lib/time';
import { describeMonth, nameDay } from '@/lib/text/wording';
import { Unknown } from './unknown';

interface TimeProps {
  time: Micros | null;
  precision: Precision;
  clock: Clock;
}

/** Relative time with the date on demand: `3 weeks ago`. */
export function Age({ time, clock, precision }: TimeProps) {
  if (time === null) return <Unknown />;
  const { dateTime, date, age } = describeDate(time, precision, clock);
  return (
    <time dateTime={dateTime} title={date}>
      {age}
    </time>
  );
}

/** The date, or the month if that is all we know: `5 May 2026`. */
export function Day({ time, clock, precision }: TimeProps) {
  if (time === null) return <Unknown />;
  const { dateTime, date } = describeDate(time, precision, clock);
  return <time dateTime={dateTime}>{date}</time>;
}

/** A moment to the minute, in UTC: `30 November 2026, 17:58 UTC`. */
export function Moment({ time }: { time: Micros }) {
  const iso = formatIso(time, 'UTC');
  return (
    <time dateTime={`${iso.slice(0, 19)}Z`}>{`${nameDay(iso)}, ${iso.slice(11, 16)} UTC`}</time>
  );
}

interface StaleSinceProps {
  /** The date on which a figure was read. */
  asOf: Micros | null;
  clock: Clock;
  /** `as of May 2022` if the figure is itself a date. */
  word?: 'in' | 'as of';
}

/** The month of a figure over a year old; renders nothing for newer ones. */
export function StaleSince({ asOf, clock, word = 'in' }: StaleSinceProps) {
  return isStale(asOf, clock) ? <small>{` ${word} ${describeMonth(asOf, DAY_ZONE)}`}</small> : null;
}
