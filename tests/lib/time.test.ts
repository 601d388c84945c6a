import { expect, test } from 'vitest';
import { formatDay, formatIso, isTimeZone, parseTime } from '@/lib/time';

const NEW_YORK = 'America/New_York';

/** Reads local time in New York and writes it in UTC. */
const fromNewYork = (text: string) => formatIso(parseTime(text, NEW_YORK) ?? 0, 'UTC');

test.each([
  '2013-12-18T12:33:37.413668-05:00',
  '2014-10-28T10:59:55.835662-04:00',
  '2026-02-15T03:05:54.219101-05:00',
  '2026-05-26T09:09:44.237594-04:00',
  '2011-02-12T20:04:57.388326-05:00',
  '2025-03-03T05:20:22-05:00',
  '2026-05-06T07:25:10-04:00',
])('%s survives a round trip', (text) => {
  expect(formatIso(parseTime(text, 'UTC') ?? 0, NEW_YORK)).toBe(text);
});

test('a time is whole microseconds since 1970', () => {
  expect(parseTime('1970-01-01T00:00:01.000002Z', NEW_YORK)).toBe(1_000_002);
  expect(parseTime('2026-05-26T09:09:44.237594-04:00', 'UTC')).toBe(1_779_800_984_237_594);
});

test('a fraction has six digits, or none if it is zero', () => {
  expect(formatIso(1_500_000, 'UTC')).toBe('1970-01-01T00:00:01.500000+00:00');
  expect(formatIso(1_000_001, 'UTC')).toBe('1970-01-01T00:00:01.000001+00:00');
  expect(formatIso(1_000_000, 'UTC')).toBe('1970-01-01T00:00:01+00:00');
});

test('a short fraction is decimals, and a long one is truncated', () => {
  expect(parseTime('1970-01-01T00:00:00.5Z', 'UTC')).toBe(500_000);
  expect(parseTime('1970-01-01T00:00:00.1234569Z', 'UTC')).toBe(123_456);
});

test('a time before 1970 keeps its fraction', () => {
  const text = '1969-12-31T23:59:59.250000+00:00';
  expect(parseTime(text, 'UTC')).toBe(-750_000);
  expect(formatIso(-750_000, 'UTC')).toBe(text);
});

test('the same time has the same number, whatever its offset', () => {
  const moment = parseTime('2026-01-01T00:00:00Z', 'UTC');
  expect(parseTime('2025-12-31T19:00:00-05:00', 'UTC')).toBe(moment);
  expect(parseTime('2026-01-01T05:45:00+05:45', 'UTC')).toBe(moment);
});

test('an offset with minutes is kept', () => {
  expect(formatIso(0, 'Asia/Kathmandu')).toBe('1970-01-01T05:30:00+05:30');
  expect(formatIso(1_779_800_984_000_000, 'Asia/Kathmandu')).toBe('2026-05-26T18:54:44+05:45');
  expect(formatIso(1_779_800_984_000_000, 'America/St_Johns')).toBe('2026-05-26T10:39:44-02:30');
});

test('a bare date is midnight in the zone', () => {
  expect(fromNewYork('2026-02-15')).toBe('2026-02-15T05:00:00+00:00');
  expect(fromNewYork('2026-07-15')).toBe('2026-07-15T04:00:00+00:00');
  expect(formatDay(parseTime('2026-02-15', NEW_YORK) ?? 0, NEW_YORK)).toBe('2026-02-15');
});

test('local times around a clock change have the offset of their side', () => {
  expect(fromNewYork('2026-03-08T01:59:59')).toBe('2026-03-08T06:59:59+00:00');
  expect(fromNewYork('2026-03-08T03:00:00')).toBe('2026-03-08T07:00:00+00:00');
  expect(fromNewYork('2026-11-01T00:59:59')).toBe('2026-11-01T04:59:59+00:00');
  expect(fromNewYork('2026-11-01T02:00:00')).toBe('2026-11-01T07:00:00+00:00');
});

test('a repeated or skipped local time counts as summer time in New York', () => {
  expect(fromNewYork('2026-11-01T01:30:00')).toBe('2026-11-01T05:30:00+00:00');
  expect(fromNewYork('2026-03-08T02:30:00')).toBe('2026-03-08T06:30:00+00:00');
});

test('the day of a time is the day in the zone', () => {
  const time = parseTime('2026-05-26T02:00:00Z', 'UTC') ?? 0;
  expect(formatDay(time, 'UTC')).toBe('2026-05-26');
  expect(formatDay(time, NEW_YORK)).toBe('2026-05-25');
});

test.each([
  '',
  'yesterday',
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '2026-01-01T24:00:00',
  '2026-01-01T12:60:00',
  '2026-01-01T12:00:60',
  '2026-01-01T12:00',
  '2026-01-01T12:00:00.',
  '2026-01-01T12:00:00+5',
  ' 2026-01-01',
  '2026-01-01\n',
  '1779800984',
])('%j is not a time', (text) => {
  expect(parseTime(text, NEW_YORK)).toBeUndefined();
});

test('a leap day is valid', () => {
  expect(fromNewYork('2024-02-29')).toBe('2024-02-29T05:00:00+00:00');
});

test('a time zone is valid if the runtime knows it', () => {
  expect(isTimeZone(NEW_YORK)).toBe(true);
  expect(isTimeZone('UTC')).toBe(true);
  expect(isTimeZone('America/Nowhere')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});
