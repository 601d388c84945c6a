import { DAY_ZONE, formatIso, type Clock, type Micros, type Precision } from './time';
import { describeAge, describeMonthAge, nameDay, nameMonth } from './wording';

/** A date in words and for machines, no more exact than it is known; days and months are named in their own zone. */
export function describeDate(time: Micros, precision: Precision, { now, zone: site }: Clock) {
  const zone = precision === 'time' ? site : DAY_ZONE;
  const lengths = { time: undefined, day: 10, month: 7 };
  const isMonth = precision === 'month';
  const iso = formatIso(time, zone);
  return {
    // HTML takes at most three digits of a second, and no reader wants any.
    dateTime: iso.replace(/\.\d+/, '').slice(0, lengths[precision]),
    /** `5 May 2026`, or `May 2026`. */
    date: isMonth ? nameMonth(iso) : nameDay(iso),
    /** `3 weeks ago`. */
    age: isMonth ? describeMonthAge(time, now) : describeAge(time, now),
  };
}
