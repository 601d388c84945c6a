import { expect, test } from 'vitest';
import { recentCycles } from '@/lib/package/cycles';
import {
  explainAnswer,
  findRelease,
  phaseOf,
  products,
  readinessQuery,
  timeOfDay,
} from '@/lib/package/readiness';
import { MICROS_PER_DAY } from '@/lib/time';

test('every recent cycle of each product is found by its URL', () => {
  for (const { key, name } of products) {
    for (const cycle of recentCycles[key]) {
      expect(findRelease(key, cycle.cycle)).toEqual({
        ...cycle,
        product: key,
        name,
        title: `${name} ${cycle.cycle}`,
      });
    }
  }
});

test.each([
  ['wagtail', '5.2'],
  ['django', '99.0'],
  ['django', '3.14'],
  ['Django', '5.2'],
  ['__proto__', '5.2'],
  ['django', ''],
])('%s %s is not a release', (product, cycle) => {
  expect(findRelease(product, cycle)).toBeUndefined();
});

test('a cycle is upcoming until its first day and supported through its last', () => {
  const cycle = { cycle: '9', releasedAt: '2026-04-01', endOfLife: '2027-04-30', isLts: false };
  const on = (day: string, offset = 0) => phaseOf(cycle, timeOfDay(day) + offset);
  expect(on('2026-04-01', -1)).toBe('coming');
  expect(on('2026-04-01')).toBe('supported');
  expect(on('2027-04-30', MICROS_PER_DAY - 1)).toBe('supported');
  expect(on('2027-05-01')).toBe('ended');
});

const readAt = timeOfDay('2024-03-28');

test.each([
  [{ answer: 'yes', cycles: ['5.2'], readAt }, ''],
  [{ answer: 'no', cycles: ['4.2', '5.0', '6.0'], readAt }, 'declares 4.2–6.0'],
  [{ answer: 'no', cycles: ['4.2'], readAt }, 'declares 4.2'],
  [{ answer: 'unknown', cycles: null, readAt: null }, 'not checked'],
  [{ answer: 'unknown', cycles: [], readAt }, 'none declared'],
  [
    { answer: 'unknown', cycles: ['4.2'], readAt },
    'declares 4.2; last checked in March 2024, before the release',
  ],
] as const)('explains an answer (%#)', ({ cycles, ...it }, words) => {
  expect(explainAnswer({ ...it, cycles: cycles && [...cycles] })).toBe(words);
});

test('only yes, no and unknown are valid', () => {
  expect(readinessQuery.parse({ says: 'no', page: '2' })).toMatchObject({ says: 'no', page: 2 });
  for (const says of ['maybe', 'YES', '__proto__', '', ['yes', 'x'], 7]) {
    expect(readinessQuery.parse({ says, sort: 'health' })).toMatchObject({
      says: '',
      sort: 'health',
    });
  }
});
