import {
  DAY_ZONE,
  formatIso,
  MICROS_PER_DAY,
  type Clock,
  type Micros,
  type Precision,
} from '@/lib/time';
import { describeAge, describeDay, describeMonth, describeMonthAge } from '@/lib/wording';
import { Unknown } from './unknown';

interface TimeProps {
  time: Micros | null;
  precision: Precision;
  clock: Clock;
}

/** The machine's form of a date, no more exact than it is known, and its zone: days and months are named in their own. */
function readTime(time: Micros, precision: Precision, clock: Clock) {
  const zone = precision === 'time' ? clock.zone : DAY_ZONE;
  const lengths = { time: undefined, day: 10, month: 7 };
  return { zone, dateTime: formatIso(time, zone).slice(0, lengths[precision]) };
}

/** How long ago, with the day on demand: `3 weeks ago`. */
export function Age({ time, clock, precision }: TimeProps) {
  if (time === null) return <Unknown />;
  const { zone, dateTime } = readTime(time, precision, clock);
  const isMonth = precision === 'month';
  return (
    <time dateTime={dateTime} title={isMonth ? describeMonth(time, zone) : describeDay(time, zone)}>
      {isMonth ? describeMonthAge(time, clock.now) : describeAge(time, clock.now)}
    </time>
  );
}

/** The day, or the month where no more is known: `5 May 2026`. */
export function Day({ time, clock, precision }: TimeProps) {
  if (time === null) return <Unknown />;
  const { zone, dateTime } = readTime(time, precision, clock);
  const describe = precision === 'month' ? describeMonth : describeDay;
  return <time dateTime={dateTime}>{describe(time, zone)}</time>;
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
  if (asOf === null || clock.now - asOf < 365 * MICROS_PER_DAY) return null;
  return <small>{` ${word} ${describeMonth(asOf, DAY_ZONE)}`}</small>;
}
