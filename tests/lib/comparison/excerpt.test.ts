import { expect, test } from 'vitest';
import { excerpt } from '@/lib/comparison/excerpt';
import { featureGroup } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { metricGroups } from '@/lib/comparison/metrics';
import { MICROS_PER_DAY, parseTime } from '@/lib/time';
import { comparedPackage } from './compared-package';

const clock = { now: parseTime('2026-11-21T12:00:00Z', 'UTC') ?? 0, zone: 'UTC' };
const yearsAgo = (years: number) => clock.now - years * 366 * MICROS_PER_DAY;

/** Packages with every main metric known. */
const packages = [1, 2, 3, 4, 5, 6, 7].map((id) =>
  comparedPackage(id, {
    ...{
      health: 80,
      healthAt: clock.now,
      lastReleaseAt: yearsAgo(2),
      stars: 5,
      starsAt: clock.now,
    },
    ...{ commitsOver52: [1], commitsAsOf: clock.now },
  }),
);

/** Ids of the features chosen; each feature is given as its cells, one per package. */
function chosen(columns: string[][], among: ComparedPackage[] = packages) {
  const features = columns.map((_, index) => ({ id: index + 1, title: '', description: '' }));
  const cells = columns.flatMap((texts, index) =>
    texts.map((text, place) => ({
      featureId: index + 1,
      packageId: place + 1,
      text,
      evidence: undefined,
    })),
  );
  const found = excerpt(among, [...metricGroups, featureGroup('Features', features, cells)], clock);
  const metrics = found.groups.flatMap((group) => group.metrics);
  return {
    ...found,
    packageIds: found.packages.map(({ id }) => id),
    featureIds: metrics.flatMap(({ key }) => /^f(\d+)$/.exec(key)?.slice(1).map(Number) ?? []),
  };
}

test('shows the first five packages in order', () => {
  expect(chosen([]).packageIds).toEqual([1, 2, 3, 4, 5]);
});

test('skips deprecated and archived packages', () => {
  const among = packages.map((pkg) => ({
    ...pkg,
    isDeprecated: pkg.id === 1,
    isArchived: pkg.id === 3,
  }));
  expect(chosen([], among).packageIds).toEqual([2, 4, 5, 6, 7]);
});

test('prefers healthy packages, whatever their order', () => {
  const among = packages.map((pkg) => ({
    ...pkg,
    health: [90, 30, 60, 59, null, 80, 70][pkg.id - 1] ?? null,
  }));
  expect(chosen([], among).packageIds).toEqual([1, 2, 3, 6, 7]);
});

test('of healthy packages, prefers those with the most values that are known and not old', () => {
  const among = packages.map((pkg) => ({
    ...pkg,
    stars: pkg.id === 1 ? null : pkg.stars,
    starsAt: pkg.id === 2 ? yearsAgo(4) : pkg.starsAt,
  }));
  expect(chosen([], among).packageIds).toEqual([3, 4, 5, 6, 7]);
});

test('counts the cells of features too', () => {
  const columns = [
    ['', '', 'yes', '', '', 'yes', 'yes'],
    ['', '', '', '', '', 'no', 'yes'],
  ];
  expect(chosen(columns).packageIds).toEqual([1, 2, 3, 6, 7]);
});

test('shows only four packages if a main metric of the fifth is unknown or old', () => {
  const among = packages.map((pkg) => ({ ...pkg, stars: pkg.id > 4 ? null : pkg.stars }));
  expect(chosen([], among).packageIds).toEqual([1, 2, 3, 4]);
});

test('shows all of fewer than five packages, or none', () => {
  expect(chosen([], packages.slice(0, 2)).packageIds).toEqual([1, 2]);
  expect(chosen([], []).packageIds).toEqual([]);
});

test('shows the three features that split the packages most evenly, in grid order', () => {
  const columns = [
    ['yes', 'no'],
    ['yes', 'yes', 'no', 'no'],
    ['yes', 'no', 'no'],
    ['+', '-', '++', '--', 'yes'],
  ];
  expect(chosen(columns).featureIds).toEqual([2, 3, 4]);
});

test('prefers the first of features that split equally', () => {
  const even = ['yes', 'no'];
  expect(chosen([even, even, even, even]).featureIds).toEqual([1, 2, 3]);
});

test('omits features in which all known packages agree or none is known', () => {
  const columns = [['yes', 'yes', 'yes'], ['no'], ['Redis', 'memory'], [], ['yes', 'no']];
  expect(chosen(columns).featureIds).toEqual([5]);
});

test('considers only the packages shown', () => {
  const among = packages.map((pkg) => ({ ...pkg, isArchived: pkg.id > 5 }));
  expect(chosen([['yes', 'yes', '', '', '', 'no', 'no']], among).featureIds).toEqual([]);
});

test('shows the main metrics in their groups', () => {
  const { groups } = chosen([]);
  expect(groups.map(({ title }) => title)).toEqual(['Is it alive?', 'Is it used?']);
  expect(groups.map(({ metrics }) => metrics.map(({ key }) => key))).toEqual([
    ['health', 'last_release', 'commits_over_52'],
    ['repo_watchers'],
  ]);
});
