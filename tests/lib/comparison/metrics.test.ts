import { expect, test } from 'vitest';
import { bestOf, numberOf, type Metric, type MetricValue } from '@/lib/comparison/metric';
import { metricGroups } from '@/lib/comparison/metrics';
import { parseTime } from '@/lib/time';
import { comparedPackage } from './compared-package';

const metrics = metricGroups.flatMap((group) => group.metrics);
const nothing = comparedPackage(1);
const NOW = parseTime('2026-11-21', 'UTC') ?? 0;

const counts = (...values: (number | null)[]) =>
  values.map((value): MetricValue => ({ kind: 'count', value, asOf: null }));

function metric(better?: 'higher' | 'lower'): Metric {
  const plain: Metric = {
    key: 'figure',
    label: 'Figure',
    description: 'A figure.',
    read: () => ({ kind: 'count', value: null, asOf: null }),
  };
  return better === undefined ? plain : { ...plain, better };
}

test.each([
  ['higher', [3, 9, 5], 9],
  ['lower', [3, 9, 5], 3],
  ['higher', [-3, -9], -3],
  ['higher', [0, 1], 1],
  ['lower', [0, 1], 0],
  ['higher', [9, 9, 5], 9],
  ['lower', [3, 3, 5], 3],
  ['higher', [null, 9, null, 5], 9],
  ['lower', [null, 9, null, 5], 5],
] as const)('if %s is better, the best of %j is %j', (better, values, best) => {
  expect(bestOf(metric(better), counts(...values), NOW)).toBe(best);
});

test.each([[[]], [[7]], [[null, null]], [[7, null, null]], [[7, 7]], [[7, null, 7]], [[0, 0]]])(
  '%j has no best, with fewer than two different known values',
  (values) => {
    expect(bestOf(metric('higher'), counts(...values), NOW)).toBeUndefined();
    expect(bestOf(metric('lower'), counts(...values), NOW)).toBeUndefined();
  },
);

test('there is no best among figures more than a year apart', () => {
  const read = (...days: (string | null)[]) =>
    days.map((day, index): MetricValue => {
      const asOf = day === null ? null : (parseTime(day, 'UTC') ?? null);
      return { kind: 'count', value: index, asOf };
    });
  expect(bestOf(metric('higher'), read('2022-05-04', '2024-06-03'), NOW)).toBeUndefined();
  expect(bestOf(metric('higher'), read('2025-08-01', '2026-07-31'), NOW)).toBe(1);
  expect(bestOf(metric('higher'), read(null, '2026-07-31'), NOW)).toBe(1);
});

test('a future date is neither best nor compared with others', () => {
  const dates = (...days: string[]) =>
    days.map((day): MetricValue => {
      const value = parseTime(day, 'UTC') ?? null;
      return { kind: 'age', value, precision: 'time', asOf: null };
    });
  const best = parseTime('2026-11-20', 'UTC');
  const shown = dates('2099-01-01', '2026-11-20', '2020-01-01');
  expect(bestOf(metric('higher'), shown, NOW)).toBe(best);
  expect(bestOf(metric('higher'), dates('2099-01-01', '2026-11-20'), NOW)).toBeUndefined();
});

test('there is no best for an unranked metric', () => {
  expect(bestOf(metric(), counts(1, 2), NOW)).toBeUndefined();
});

test('weeks are ranked by their sum, and a year without commits is 0, not unknown', () => {
  expect(numberOf({ kind: 'weeks', value: [1, 0, 41], asOf: null })).toBe(42);
  expect(numberOf({ kind: 'weeks', value: [0, 0], asOf: null })).toBe(0);
  expect(numberOf({ kind: 'weeks', value: null, asOf: null })).toBeNull();
});

test('counts, ranks and ages are ranked by value', () => {
  expect(numberOf({ kind: 'count', value: 0, asOf: null })).toBe(0);
  expect(numberOf({ kind: 'rank', value: 12, asOf: null })).toBe(12);
  expect(numberOf({ kind: 'age', value: 99, precision: 'month', asOf: null })).toBe(99);
  expect(numberOf({ kind: 'count', value: null, asOf: null })).toBeNull();
});

test('texts and lists are not ranked', () => {
  expect(numberOf({ kind: 'words', value: 'MIT', asOf: null })).toBeNull();
  expect(numberOf({ kind: 'list', value: ['5.2'], asOf: null })).toBeNull();
});

test('no two metrics or groups share a key or a label', () => {
  for (const names of [
    metrics.map(({ key }) => key),
    metrics.map(({ label }) => label),
    metricGroups.map(({ title }) => title),
  ]) {
    expect(names).toEqual([...new Set(names)]);
  }
});

test.each(metrics)('$key has a description of one sentence', ({ description }) => {
  expect(description).toMatch(/^[A-Z].+\.$/);
});

test.each(metrics)('$key of a package without data is unknown', (metric) => {
  expect(metric.read(nothing).value).toBeNull();
  expect(numberOf(metric.read(nothing))).toBeNull();
});

test('every metric with a better direction is ranked', () => {
  const known = comparedPackage(1, {
    health: 1,
    stars: 1,
    commitCount: 1,
    forks: 1,
    usageCount: 1,
    downloadRank: 1,
    lastCommitAt: 1,
    lastReleaseAt: 1,
    commitsOver52: [1],
    developmentStatus: 5,
    djangoVersions: ['5.2'],
    pythonVersions: ['3.14'],
    requiresPython: '>=3.9',
    licence: 'MIT',
  });
  for (const it of metrics) {
    if (it.better !== undefined) expect(numberOf(it.read(known)), it.key).not.toBeNull();
  }
});

test('a lower download rank is better, and a higher number of stars', () => {
  const small = comparedPackage(1, { downloadRank: 4, stars: 10 });
  const large = comparedPackage(2, { downloadRank: 900, stars: 20 });
  const best = (key: string) => {
    const it = metrics.find((each) => each.key === key) ?? metric();
    return bestOf(it, [it.read(small), it.read(large)], NOW);
  };
  expect(best('pypi_downloads')).toBe(4);
  expect(best('repo_watchers')).toBe(20);
});
