import {
  DAY_ZONE,
  formatIso,
  MICROS_PER_DAY,
  type Clock,
  type Micros,
  type Precision,
} from '@/lib/time';
import { describeAge, describeMonthAge, nameDay, nameMonth } from './wording';

/** A date in words and for `<time datetime>`, no more exact than its precision; days and months are named in DAY_ZONE. */
export function describeDate(time: Micros, precision: Precision, { now, zone: site }: Clock) {
  const zone = precision === 'time' ? site : DAY_ZONE;
  const lengths = { time: undefined, day: 10, month: 7 };
  const isMonth = precision === 'month';
  const iso = formatIso(time, zone);
  return {
    // HTML allows at most three fractional digits of a second, and users need none.
    dateTime: iso.replace(/\.\d+/, '').slice(0, lengths[precision]),
    /** `5 May 2026`, or `May 2026`. */
    date: isMonth ? nameMonth(iso) : nameDay(iso),
    /** `3 weeks ago`. */
    age: isMonth ? describeMonthAge(time, now) : describeAge(startOf(time, precision, now), now),
  };
}

/** A day starts earlier in other zones: one that has started somewhere isn't in the future. */
function startOf(time: Micros, precision: Precision, now: Micros): Micros {
  const hasBegun = precision === 'day' && time - now < MICROS_PER_DAY;
  return hasBegun ? Math.min(time, now) : time;
}
