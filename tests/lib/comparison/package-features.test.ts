import { expect, test } from 'vitest';
import { mergePackageFeatures } from '@/lib/comparison/package-features';

const tasks = { slug: 'tasks', title: 'Tasks' };
const queues = { slug: 'queues', title: 'Queues' };

const merged = (...cells: [typeof tasks, string, string, string?][]) =>
  mergePackageFeatures(
    cells.map(([grid, title, text, metric = null]) => ({ grid, title, text, metric })),
  ).map(({ title, values }) => ({
    title,
    values: values.map(({ cell, grid }) => `${cell.mark ?? cell.text} ${grid.slug}`),
  }));

test('a feature of two grids that agree has one value', () => {
  expect(merged([tasks, 'Async code', 'yes'], [queues, 'async-code', 'check'])).toEqual([
    { title: 'Async code', values: ['yes tasks'] },
  ]);
});

test('a feature of two grids that disagree has the value of each', () => {
  expect(merged([tasks, 'Retries', 'yes'], [queues, 'Retries', 'no'])).toEqual([
    { title: 'Retries', values: ['yes tasks', 'no queues'] },
  ]);
});

test('features it has come first, then those in words, then those it lacks, each in the order of the grids', () => {
  const titles = merged(
    [tasks, 'Admin', 'no'],
    [tasks, 'Broker', 'Redis'],
    [tasks, 'Retries', 'yes'],
    [queues, 'Priorities', '+'],
    [queues, 'Tables', 'no'],
    [queues, 'Admin', 'no'],
  ).map(({ title }) => title);
  expect(titles).toEqual(['Retries', 'Priorities', 'Broker', 'Admin', 'Tables']);
});

test('features that repeat a metric are omitted', () => {
  expect(
    merged([tasks, 'Terms', 'MIT', 'licence'], [queues, 'Works with', '5.2', 'django']),
  ).toEqual([]);
});

test('empty cells are no features', () => {
  expect(merged([tasks, 'Retries', ' '])).toEqual([]);
});
