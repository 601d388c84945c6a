import { expect, test } from 'vitest';
import { bestOf } from '@/lib/comparison/best';
import { numberOf, type Metric, type MetricValue } from '@/lib/comparison/metric';
import { parseTime } from '@/lib/time';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const clock = { now: at('2026-11-21'), zone: 'UTC' };

const counts = (...values: (number | null)[]) =>
  values.map((value): MetricValue => ({ kind: 'count', value, asOf: null }));

const dates = (...days: string[]) =>
  days.map((day): MetricValue => ({ kind: 'age', value: at(day), precision: 'time', asOf: null }));

const metric = (better: Metric['better']): Metric => ({
  key: 'figure',
  label: 'Figure',
  description: 'A figure.',
  ...(better && { better }),
  read: () => ({ kind: 'count', value: null, asOf: null }),
});

/** The numbers of the values that are marked as best. */
const best = (better: Metric['better'], values: MetricValue[]) =>
  values.filter(bestOf(metric(better), values, clock)).map(numberOf);

test.each([
  ['higher', [3, 9, 5], [9]],
  ['lower', [3, 9, 5], [3]],
  ['higher', [-3, -9], [-3]],
  ['higher', [0, 1], [1]],
  ['lower', [0, 1], [0]],
  ['higher', [9, 9, 5], [9, 9]],
  ['lower', [3, 3, 5], [3, 3]],
  ['higher', [null, 9, null, 5], [9]],
  ['lower', [null, 9, null, 5], [5]],
] as const)('if %s is better, the best of %j are %j', (better, values, expected) => {
  expect(best(better, counts(...values))).toEqual(expected);
});

test.each([[[]], [[7]], [[null, null]], [[7, null, null]], [[7, 7]], [[7, null, 7]], [[0, 0]]])(
  '%j has no best, with fewer than two different known values',
  (values) => {
    expect(best('higher', counts(...values))).toEqual([]);
    expect(best('lower', counts(...values))).toEqual([]);
  },
);

test('values that are displayed alike are equally good', () => {
  expect(best('higher', counts(27_910, 27_930, 5))).toEqual([27_910, 27_930]);
  expect(best('higher', counts(27_910, 27_930))).toEqual([]);
  const days = [at('2026-08-20'), at('2026-08-15')];
  expect(best('higher', dates('2026-08-20', '2026-08-15', '2020-01-01'))).toEqual(days);
});

test('figures read more than a year before the newest one do not take part', () => {
  const read = (...figures: [number, string | null][]) =>
    figures.map(([value, day]): MetricValue => ({
      kind: 'count',
      value,
      asOf: day === null ? null : at(day),
    }));
  const old: [number, string] = [900, '2022-05-04'];
  expect(best('higher', read(old, [1, '2026-08-08']))).toEqual([]);
  expect(best('higher', read(old, [1, '2026-08-08'], [2, '2026-08-08']))).toEqual([2]);
  expect(best('higher', read([1, '2025-08-08'], [2, '2026-08-08']))).toEqual([2]);
  expect(best('higher', read([1, '2025-08-07'], [2, '2026-08-08']))).toEqual([]);
  expect(best('higher', read([1, null], [2, '2026-07-31']))).toEqual([2]);
});

test('a future date is neither best nor compared with others', () => {
  const shown = dates('2099-01-01', '2026-11-20', '2020-01-01');
  expect(best('higher', shown)).toEqual([at('2026-11-20')]);
  expect(best('higher', dates('2099-01-01', '2026-11-20'))).toEqual([]);
});

test('there is no best for an unranked metric', () => {
  expect(best(undefined, counts(1, 2))).toEqual([]);
});
