import { expect, test } from 'vitest';
import { describeDate } from '@/lib/text/dated';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (text: string) => parseTime(text, DAY_ZONE) ?? 0;
const clock = { now: at('2026-11-28T15:00:00'), zone: 'UTC' };

test.each([
  ['2026-11-28T14:59:59', 'time', 'today'],
  ['2026-11-28T15:00:01', 'time', 'in the future'],
  ['2099-01-01T00:00:00', 'time', 'in the future'],
  ['2026-11-28', 'day', 'today'],
  // Somewhere it is already tomorrow, but nowhere the day after.
  ['2026-11-29', 'day', 'today'],
  ['2026-11-30', 'day', 'in the future'],
  ['2026-11-27', 'day', 'yesterday'],
  ['2026-11-01', 'month', 'this month'],
  ['2026-12-01', 'month', 'in the future'],
] as const)('%s, known to the %s, is %s', (text, precision, age) => {
  expect(describeDate(at(text), precision, clock).age).toBe(age);
});

test('a future date is formatted like any other', () => {
  expect(describeDate(at('2099-05-04'), 'day', clock)).toMatchObject({
    date: '4 May 2099',
    dateTime: '2099-05-04',
  });
});
