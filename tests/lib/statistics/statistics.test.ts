import { expect, test } from 'vitest';
import { ageEntries, ageLimits, sizeEntries, yearEntries } from '@/lib/statistics/statistics';
import { MICROS_PER_DAY } from '@/lib/time';

const now = 1_795_000_000_000_000;
const figures = (entries: { label: string; count: number }[]) =>
  entries.map(({ label, count }) => `${label}: ${count}`);

test('ages range from now to before any commit', () => {
  const limits = ageLimits(now);
  expect(limits[0]).toBe(now - 91 * MICROS_PER_DAY);
  expect(limits).toEqual([...limits].sort((a, b) => b - a));
  expect(limits.at(-1)).toBe(0);
});

test('each age excludes younger ones; the rest is unknown', () => {
  const younger = ageLimits(now).map((_, index) => (index + 1) * 10);
  expect(figures(ageEntries(younger, 100))).toEqual([
    'under 3 months: 10',
    '3 to 6 months: 10',
    '6 to 12 months: 10',
    '1 to 2 years: 10',
    '2 to 5 years: 10',
    'over 5 years: 10',
    'unknown: 40',
  ]);
});

test('sizes are in their range, and ranges end with the largest grid', () => {
  const sizes = [
    { size: 0, count: 1 },
    { size: 4, count: 2 },
    { size: 5, count: 4 },
    { size: 9, count: 8 },
    { size: 10, count: 16 },
  ];
  expect(figures(sizeEntries(sizes))).toEqual(['0: 1', '1–4: 2', '5–9: 12', '10–19: 16']);
  expect(figures(sizeEntries([{ size: 117, count: 1 }])).at(-1)).toBe('50+: 1');
});

test('includes every year from the first to the last', () => {
  const day = (text: string) => Date.parse(text) / 86_400_000;
  const days = ['2024-12-31', '2022-01-01', '2024-01-01', '2024-01-01'].map(day);
  expect(figures(yearEntries(days))).toEqual(['2022: 1', '2023: 0', '2024: 3']);
});

test('without releases there are no years', () => {
  expect(yearEntries([])).toEqual([]);
});
