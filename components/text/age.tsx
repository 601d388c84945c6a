import { formatIso, MICROS_PER_DAY, type Clock, type Micros, type Precision } from '@/lib/time';
import { describeAge, describeDay, describeMonth, describeMonthAge } from '@/lib/wording';
import { Unknown } from './unknown';

interface TimeProps {
  time: Micros | null;
  clock: Clock;
}

interface DatedProps extends TimeProps {
  precision?: Precision | undefined;
}

/** The machine's form of a date, no more exact than it is known. */
function dateTimeOf(time: Micros, precision: Precision, zone: string): string {
  const lengths = { time: undefined, day: 10, month: 7 };
  return formatIso(time, zone).slice(0, lengths[precision]);
}

/** How long ago, with the day on demand: `3 weeks ago`. */
export function Age({ time, clock, precision = 'day' }: DatedProps) {
  if (time === null) return <Unknown />;
  const isMonth = precision === 'month';
  return (
    <time
      dateTime={dateTimeOf(time, precision, clock.zone)}
      title={isMonth ? describeMonth(time, clock.zone) : describeDay(time, clock.zone)}
    >
      {isMonth ? describeMonthAge(time, clock) : describeAge(time, clock.now)}
    </time>
  );
}

/** The day, or the month where no more is known: `5 May 2026`. */
export function Day({ time, clock, precision = 'day' }: DatedProps) {
  if (time === null) return <Unknown />;
  const describe = precision === 'month' ? describeMonth : describeDay;
  return (
    <time dateTime={dateTimeOf(time, precision, clock.zone)}>{describe(time, clock.zone)}</time>
  );
}

/** The month of a figure that is older than a year; nothing for a younger one. */
export function StaleSince({ time, clock }: TimeProps) {
  if (time === null || clock.now - time < 365 * MICROS_PER_DAY) return null;
  return <small>{` in ${describeMonth(time, clock.zone)}`}</small>;
}
