import { expect, test } from 'vitest';
import { dayOf, readDays } from '@/lib/revisions/day';
import { MICROS_PER_DAY, parseTime } from '@/lib/time';

const now = parseTime('2026-11-30T12:00:00Z', 'UTC') ?? 0;
const start = (day: string) => parseTime(day, 'UTC') ?? 0;
const ended = (day: string) => ({ text: day, end: start(day) + MICROS_PER_DAY });

test('a day ends at midnight UTC', () => {
  expect(readDays({ at: '2026-11-01' }, now)).toEqual({ at: ended('2026-11-01'), to: undefined });
  expect(readDays({ at: ' 2026-11-30 ', to: '' }, now)).toMatchObject({ at: ended('2026-11-30') });
  expect(dayOf(start('2026-11-02') - 1)).toBe('2026-11-01');
});

test('two days are compared in their order, whichever is named first', () => {
  const both = { at: ended('2026-11-01'), to: ended('2026-11-20') };
  expect(readDays({ at: '2026-11-01', to: '2026-11-20' }, now)).toEqual(both);
  expect(readDays({ at: '2026-11-20', to: '2026-11-01' }, now)).toEqual(both);
  expect(readDays({ to: '2026-11-01' }, now)).toMatchObject({ at: ended('2026-11-01') });
});

test('no day is no question', () => {
  expect(readDays({}, now)).toBeUndefined();
  expect(readDays({ at: '', to: '' }, now)).toBeUndefined();
});

test.each(['2026-02-30', '2026-13-01', '1.11.2026', 'yesterday', '2026-11-01T00:00:00Z', '０'])(
  '%s is not a date',
  (at) => {
    expect(readDays({ at }, now)).toEqual({
      fault: `“${at}” is not a date. Write dates as 2026-11-01.`,
    });
  },
);

test('a day that has not begun in UTC is in the future', () => {
  expect(readDays({ at: '2026-12-01' }, now)).toEqual({ fault: '2026-12-01 is in the future.' });
  expect(readDays({ at: '2026-11-01', to: '9999-12-31' }, now)).toHaveProperty('fault');
});
