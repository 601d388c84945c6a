import { expect, test } from 'vitest';
import type { MetricValue } from '@/lib/comparison/metric';
import { ownYear, sharedMonth } from '@/lib/comparison/shared-month';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (day: string) => parseTime(day, DAY_ZONE) ?? 0;
const clock = { now: at('2026-11-28'), zone: 'UTC' };

const count = (day: string | null, value: number | null = 1): MetricValue => ({
  kind: 'count',
  value,
  asOf: day === null ? null : at(day),
});

test.each([
  ['most', ['2022-05-04', '2022-05-31', '2026-08-08'], 'May 2022'],
  ['all', ['2022-05-04'], 'May 2022'],
  ['half', ['2022-05-04', '2026-08-08'], undefined],
  ['none', [], undefined],
  ['different months', ['2022-05-04', '2022-06-01'], undefined],
  ['a recent month', ['2026-08-08', '2026-08-09'], undefined],
] as const)('the heading has the month of %s of the values', (_, days, month) => {
  expect(
    sharedMonth(
      days.map((day) => count(day)),
      clock,
    ),
  ).toBe(month);
});

test('unknown values don’t affect the month in the heading', () => {
  const values = [count('2022-05-04'), count('2026-08-08', null), count(null, null)];
  expect(sharedMonth(values, clock)).toBe('May 2022');
});

test('a value has its own year if it is old, or not of the month in the heading', () => {
  expect(ownYear(count('2022-05-04'), undefined, clock)).toBe('2022');
  expect(ownYear(count('2026-08-08'), undefined, clock)).toBeUndefined();
  expect(ownYear(count('2022-05-04'), 'May 2022', clock)).toBeUndefined();
  expect(ownYear(count('2022-06-04'), 'May 2022', clock)).toBe('2022');
  expect(ownYear(count('2026-08-08'), 'May 2022', clock)).toBe('2026');
  expect(ownYear(count(null), 'May 2022', clock)).toBeUndefined();
});
