import { expect, test } from 'vitest';
import { MICROS_PER_DAY, parseTime } from '@/lib/time';
import {
  countOf,
  describeAge,
  describeDay,
  describeMonth,
  describeMonthAge,
  formatCount,
  joinNames,
  numberInWords,
} from '@/lib/text/wording';

const NEW_YORK = 'America/New_York';
const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const now = at('2026-11-21T12:00:00Z');
const ageOf = (days: number) => describeAge(now - days * MICROS_PER_DAY, now);

test.each([
  [0, 'today'],
  [0.99, 'today'],
  [1, 'yesterday'],
  [1.99, 'yesterday'],
  [2, '2 days ago'],
  [13.9, '13 days ago'],
  [14, '2 weeks ago'],
  [20, '2 weeks ago'],
  [60, '8 weeks ago'],
  [61, '2 months ago'],
  [519, '17 months ago'],
  [730, '23 months ago'],
  [731, '2 years ago'],
  [1_100, '3 years ago'],
  [5_000, '13 years ago'],
])('%d days are %j', (days, words) => {
  expect(ageOf(days)).toBe(words);
});

test.each([-0.001, -1, -400, -30_000])('a time %d days ago is in the future', (days) => {
  expect(ageOf(days)).toBe('in the future');
});

/** The minimum number of days that an age text means. */
function daysIn(words: string): number {
  if (words === 'today') return 0;
  if (words === 'yesterday') return 1;
  const [, count, unit] = /^(\d+) (day|week|month|year)s ago$/.exec(words) ?? [];
  const units: Record<string, number> = { day: 1, week: 7, month: 30.44, year: 365.25 };
  return Number(count) * (units[unit ?? ''] ?? Number.NaN);
}

test('an age never exceeds the days passed, and grows with them', () => {
  let before = 0;
  for (let days = 0; days < 8_000; days++) {
    const spoken = daysIn(ageOf(days));
    expect(spoken, `${days} days`).toBeLessThanOrEqual(days);
    expect(spoken, `${days} days`).toBeGreaterThanOrEqual(before);
    before = spoken;
  }
});

test.each([
  ['2026-11-01', 'this month'],
  ['2026-12-31T00:00:00Z', 'in the future'],
  ['2099-01-01', 'in the future'],
  ['2026-10-31T23:59:59Z', 'last month'],
  ['2026-10-01', 'last month'],
  ['2026-09-30', '2 months ago'],
  ['2025-12-01', '11 months ago'],
  ['2025-11-01', '12 months ago'],
  ['2024-12-01', '23 months ago'],
  ['2024-11-01', '2 years ago'],
  ['2023-12-01', '2 years ago'],
  ['2013-11-01', '13 years ago'],
])('the month of %s is %j', (text, words) => {
  expect(describeMonthAge(parseTime(text, NEW_YORK) ?? 0, now)).toBe(words);
});

test('a day is in the zone', () => {
  const time = at('2026-01-01T03:00:00Z');
  expect(describeDay(time, 'UTC')).toBe('1 January 2026');
  expect(describeDay(time, NEW_YORK)).toBe('31 December 2025');
  expect(describeDay(at('2026-05-05T12:00:00Z'), NEW_YORK)).toBe('5 May 2026');
});

test('a month is in the zone', () => {
  const time = at('2026-01-01T03:00:00Z');
  expect(describeMonth(time, 'UTC')).toBe('January 2026');
  expect(describeMonth(time, NEW_YORK)).toBe('December 2025');
});

test('the twelve months have different names', () => {
  const names = Array.from({ length: 12 }, (_, month) =>
    describeMonth(Date.UTC(2026, month, 15) * 1000, 'UTC'),
  );
  expect(new Set(names).size).toBe(12);
  expect(names.every((name) => /^[A-Z][a-z]+ 2026$/.test(name))).toBe(true);
});

test('numbers have thousands separators', () => {
  expect(formatCount(0)).toBe('0');
  expect(formatCount(999)).toBe('999');
  expect(formatCount(12345)).toBe('12,345');
  expect(formatCount(1234567)).toBe('1,234,567');
});

test('one is singular, any other number plural', () => {
  expect(countOf(1, 'package')).toBe('1 package');
  expect(countOf(0, 'package')).toBe('0 packages');
  expect(countOf(1500, 'package')).toBe('1,500 packages');
  expect(countOf(1, 'category', 'categories')).toBe('1 category');
  expect(countOf(2, 'category', 'categories')).toBe('2 categories');
});

test('names are joined by commas and “and”', () => {
  expect(joinNames([])).toBe('');
  expect(joinNames(['Celery'])).toBe('Celery');
  expect(joinNames(['Celery', 'Huey'])).toBe('Celery and Huey');
  expect(joinNames(['Celery', 'Huey', 'Django Q'])).toBe('Celery, Huey and Django Q');
  expect(joinNames(['5.2', '6.0', '6.1'], 'or')).toBe('5.2, 6.0 or 6.1');
});

test.each([
  [0, 'no'],
  [1, 'one'],
  [2, 'two'],
  [4, 'four'],
  [9, 'nine'],
  [10, '10'],
  [1200, '1,200'],
])('%d in words is %s', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});
