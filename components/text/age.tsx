import { formatIso, MICROS_PER_DAY, type Clock, type Micros } from '@/lib/time';
import { describeAge, describeDay, describeMonth } from '@/lib/wording';
import { Unknown } from './unknown';

interface TimeProps {
  time: Micros | null;
  clock: Clock;
}

/** How long ago, with the day on demand: `3 weeks ago`. */
export function Age({ time, clock }: TimeProps) {
  if (time === null) return <Unknown />;
  return (
    <time
      dateTime={formatIso(time, clock.zone)}
      title={describeDay(time, clock.zone)}
      className="whitespace-nowrap"
    >
      {describeAge(time, clock.now)}
    </time>
  );
}

interface DayProps extends TimeProps {
  precision?: 'time' | 'day' | 'month';
}

/** The day, or the month where no more is known: `5 May 2026`. */
export function Day({ time, clock, precision = 'day' }: DayProps) {
  if (time === null) return <Unknown />;
  const isMonth = precision === 'month';
  const iso = formatIso(time, clock.zone);
  return (
    <time dateTime={iso.slice(0, isMonth ? 7 : 10)} className="whitespace-nowrap">
      {isMonth ? describeMonth(time, clock.zone) : describeDay(time, clock.zone)}
    </time>
  );
}

/** The month of a figure that is older than a year; nothing for a younger one. */
export function StaleSince({ time, clock }: TimeProps) {
  if (time === null || clock.now - time < 365 * MICROS_PER_DAY) return null;
  return (
    <span className="block text-caption font-normal whitespace-nowrap text-quiet">
      {' '}
      in {describeMonth(time, clock.zone)}
    </span>
  );
}
