import { expect, test } from 'vitest';
import { fitsAcross, longestWord, nameLines, windowFor } from '@/lib/comparison/layout';
import { featuresFirst } from '@/lib/comparison/row';
import { featureGroup } from '@/lib/comparison/features';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparedPackage } from './compared-package';

const named = (count: number, title: string) =>
  Array.from({ length: count }, (_, id) => comparedPackage(id, { title }));

test('nine packages with short names fit as columns, ten do not', () => {
  expect(fitsAcross(named(9, 'huey'))).toBe(true);
  expect(fitsAcross(named(10, 'huey'))).toBe(false);
});

test('long words in names take more room, long names that can break do not', () => {
  expect(fitsAcross(named(7, 'djangorestframework'))).toBe(false);
  expect(fitsAcross(named(9, 'django-rest-auth-two-step'))).toBe(true);
});

test.each([
  ['django-flexible-subscriptions', 13],
  ['Lightning Fast Shop', 9],
  ['', 0],
])('the longest part of "%s" that is not broken has %d letters', (text, length) => {
  expect(longestWord(text)).toBe(length);
});

test.each([
  [300, 480],
  [1377, 1440],
  [1378, 1680],
  [2497, 2560],
  [2498, undefined],
])('a table of %d pixels needs no scroll box from %s pixels on', (width, from) => {
  expect(windowFor(width)).toBe(from);
});

test('with packages as rows, health and features come first, and nothing is lost', () => {
  const features = featureGroup(
    'What can it do?',
    [{ id: 1, title: 'Flies', description: '' }],
    [],
  );
  const ordered = featuresFirst([...metricGroups, features]);
  expect(ordered.map(({ title }) => title)).toEqual([
    '',
    'What can it do?',
    ...metricGroups.map(({ title }) => title),
  ]);
  expect(ordered[0]?.metrics.map(({ key }) => key)).toEqual(['health']);
  const keysOf = (groups: typeof metricGroups) =>
    groups.flatMap(({ metrics }) => metrics.map(({ key }) => key)).sort();
  expect(keysOf(ordered)).toEqual(keysOf([...metricGroups, features]));
});

test.each([
  ['huey', 8, 1],
  ['django-oscar', 8, 2],
  ['django-oscar', 3, 1],
  ['django-flexible-subscriptions', 8, 3],
  ['a-very-long-name-that-never-seems-to-come-to-its-end', 8, 4],
])('the name %s takes, among %d columns, %d lines', (title, columns, lines) => {
  expect(nameLines({ title }, columns)).toBe(lines);
});
