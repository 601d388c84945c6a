import { expect, test } from 'vitest';
import { yearEntries } from '@/lib/statistics/statistics';

const figures = (entries: { label: string; count: number }[]) =>
  entries.map(({ label, count }) => `${label}: ${count}`);

test('includes every year from the first to the last', () => {
  const day = (text: string) => Date.parse(text) / 86_400_000;
  const days = ['2024-12-31', '2022-01-01', '2024-01-01', '2024-01-01'].map(day);
  expect(figures(yearEntries(days))).toEqual(['2022: 1', '2023: 0', '2024: 3']);
});

test('without releases there are no years', () => {
  expect(yearEntries([])).toEqual([]);
});
