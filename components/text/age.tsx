import { describeDate } from '@/lib/dated';
import { DAY_ZONE, isStale, type Clock, type Micros, type Precision } from '@/lib/time';
import { describeMonth } from '@/lib/wording';
import { Unknown } from './unknown';

interface TimeProps {
  time: Micros | null;
  precision: Precision;
  clock: Clock;
}

/** How long ago, with the day on demand: `3 weeks ago`. */
export function Age({ time, clock, precision }: TimeProps) {
  if (time === null) return <Unknown />;
  const { dateTime, date, age } = describeDate(time, precision, clock);
  return (
    <time dateTime={dateTime} title={date}>
      {age}
    </time>
  );
}

/** The day, or the month where no more is known: `5 May 2026`. */
export function Day({ time, clock, precision }: TimeProps) {
  if (time === null) return <Unknown />;
  const { dateTime, date } = describeDate(time, precision, clock);
  return <time dateTime={dateTime}>{date}</time>;
}

interface StaleSinceProps {
  /** The day on which a figure was read. */
  asOf: Micros | null;
  clock: Clock;
  /** `read in May 2022` for what is itself a date. */
  word?: 'in' | 'read in';
}

/** The month of a figure that is older than a year; nothing for a younger one. */
export function StaleSince({ asOf, clock, word = 'in' }: StaleSinceProps) {
  return isStale(asOf, clock) ? <small>{` ${word} ${describeMonth(asOf, DAY_ZONE)}`}</small> : null;
}
