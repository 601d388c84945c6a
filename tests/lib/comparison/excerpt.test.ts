import { expect, test } from 'vitest';
import { excerpt } from '@/lib/comparison/excerpt';
import { featureGroup } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparedPackage } from './compared-package';

const packages = [1, 2, 3, 4, 5, 6, 7].map((id) => comparedPackage(id));

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
  const found = excerpt(among, [...metricGroups, featureGroup('Features', features, cells)]);
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
  expect(chosen([['yes', 'yes', '', '', '', 'no', 'no']]).featureIds).toEqual([]);
});

test('shows the main metrics in their groups', () => {
  const { groups } = chosen([]);
  expect(groups.map(({ title }) => title)).toEqual(metricGroups.map(({ title }) => title));
  expect(groups.map(({ metrics }) => metrics.map(({ key }) => key))).toEqual([
    ['last_commit', 'last_release'],
    ['repo_watchers'],
    ['python'],
  ]);
});
