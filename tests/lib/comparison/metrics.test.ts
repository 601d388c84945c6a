import { expect, test } from 'vitest';
import { bestOf } from '@/lib/comparison/best';
import { numberOf } from '@/lib/comparison/metric';
import { metricGroups } from '@/lib/comparison/metrics';
import { parseTime } from '@/lib/time';
import { comparedPackage } from './compared-package';

const metrics = metricGroups.flatMap((group) => group.metrics);
const nothing = comparedPackage(1);
const clock = { now: parseTime('2026-11-21', 'UTC') ?? 0, zone: 'UTC' };

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
    const it = metrics.find((each) => each.key === key);
    if (!it) throw new Error(`There is no metric ${key}.`);
    const values = [it.read(small), it.read(large)];
    return values.filter(bestOf(it, values, clock)).map(numberOf);
  };
  expect(best('pypi_downloads')).toEqual([4]);
  expect(best('repo_watchers')).toEqual([20]);
});
