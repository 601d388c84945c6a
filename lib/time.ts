/** Whole microseconds since 1970-01-01 UTC: the API shows microseconds, and JavaScript dates only have milliseconds. */
export type Micros = number;

/** How exactly a date is known; one known to the month is stored as the month's first moment. */
export type Precision = 'time' | 'day' | 'month';

/** The time zone of dates without a time: they are stored as midnight in this zone, whatever zone the site shows. */
export const DAY_ZONE = 'America/New_York';

export const MICROS_PER_DAY = 86_400_000_000;

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6})\d*)?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** The current time in microseconds; the only place that reads the clock. */
export function now(): Micros {
  return Date.now() * 1000;
}

/**
 * Parses an ISO 8601 date or time. One without an offset is local time in `zone`; a bare date is midnight there.
 * Returns undefined for anything else, including 30 February.
 */
export function parseTime(text: string, zone: string): Micros | undefined {
  const found = isoPattern.exec(text);
  if (!found) return undefined;
  const part = (index: number) => Number(found[index] ?? 0);

  const local = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6));
  const isReal =
    new Date(local).toISOString().startsWith(text.slice(0, 10)) &&
    part(4) < 24 &&
    part(5) < 60 &&
    part(6) < 60;
  if (!isReal) return undefined;

  const fraction = Number((found[7] ?? '').padEnd(6, '0'));
  const offset = found[8];
  const utc =
    offset === undefined ? fromLocal(local, zone) : local - offsetMinutes(offset) * 60_000;
  return utc * 1000 + fraction;
}

/** `2026-05-06T16:18:05.014731-04:00`: in `zone` with its offset; the fraction has six digits and is omitted if zero. */
export function formatIso(time: Micros, zone: string): string {
  const millis = Math.floor(time / 1000);
  const minutes = zoneOffset(millis, zone);
  const wall = new Date(millis + minutes * 60_000).toISOString().slice(0, 19);
  const micros = ((time % 1_000_000) + 1_000_000) % 1_000_000;
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  return wall + fraction + offsetText(minutes);
}

/** The calendar day of a time in `zone`, as `2026-05-06`. */
export function formatDay(time: Micros, zone: string): string {
  return formatIso(time, zone).slice(0, 10);
}

/** Midnight in DAY_ZONE of the calendar day `days` days before the given one. */
export function daysBefore(day: Micros, days: number): Micros {
  const [year = 0, month = 1, date = 1] = formatDay(day, DAY_ZONE).split('-').map(Number);
  const earlier = new Date(Date.UTC(year, month - 1, date - days)).toISOString().slice(0, 10);
  return parseTime(earlier, DAY_ZONE) ?? day;
}

/** Whether a figure is a year or more old, so that its date must be shown; false if its date is unknown. */
export function isStale(asOf: Micros | null, { now }: Clock): asOf is Micros {
  return asOf !== null && now - asOf >= 365 * MICROS_PER_DAY;
}

/** Whether the runtime knows this IANA name, such as `America/New_York`. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** Converts local time, given as if it were UTC milliseconds, to UTC. Times in the hour that DST skips or repeats count as summer time. */
function fromLocal(wall: number, zone: string): number {
  const guess = wall - zoneOffset(wall, zone) * 60_000;
  return wall - zoneOffset(guess, zone) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Minutes east of UTC at a given time. Cached per quarter of an hour, since no zone changes within one and Intl is slow. */
function zoneOffset(millis: number, zone: string): number {
  const quarter = Math.floor(millis / 900_000);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;

  if (offsets.size > 50_000) offsets.clear();
  const minutes = readOffset(quarter * 900_000, zone);
  offsets.set(key, minutes);
  return minutes;
}

function readOffset(millis: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(millis).find((part) => part.type === 'timeZoneName')?.value;
  const offset = name?.slice('GMT'.length) ?? '';
  return offset === '' ? 0 : offsetMinutes(offset);
}

/** What a page needs to describe times: the current time, and the zone in which it names days. */
export interface Clock {
  now: Micros;
  zone: string;
}
