import { expect, test } from 'vitest';
import { compareVersions, isPreRelease } from '@/lib/versions';

test.each([
  '4.0a1',
  '5.6.0b2',
  '7.4rc1',
  '1.0c2',
  '4.0b',
  '3.10.0-rc3',
  '3.23.22-rc.0',
  '5.0.0-alpha',
  '4.0.0-beta.1',
  '1.0.Beta1',
  '2.0RC1',
  '1.0pre1',
  '1.0-preview_2',
  '5.1.0dev1',
  '0.93.0.dev0',
  '1.0.post1.dev2',
  'v2.0a1',
])('%s is a pre-release', (number) => {
  expect(isPreRelease(number)).toBe(true);
});

test.each(['1.0', '0.0.1', '2026.11', 'v2.0', '1.2.0.post1', '4.1.0post1', '1.0-1', '1!2.0', ''])(
  '%j is no pre-release',
  (number) => {
    expect(isPreRelease(number)).toBe(false);
  },
);

const rising = ['1', '1.0.1', '2', '3.2', '3.9', '3.9.1', '3.10', '3.11', '4.0', '10.0', '2026.1'];

test('versions order by their numbers, whatever order they come in', () => {
  expect([...rising].reverse().sort(compareVersions)).toEqual(rising);
  expect([...rising].sort().sort(compareVersions)).toEqual(rising);
});

test('of two versions each comes before those after it, and after those before', () => {
  for (const [index, version] of rising.entries()) {
    for (const [other, later] of rising.entries()) {
      expect(Math.sign(compareVersions(version, later))).toBe(Math.sign(index - other));
    }
  }
});

test('a missing part is zero', () => {
  expect(compareVersions('3', '3.0')).toBe(0);
  expect(compareVersions('3.0.0', '3')).toBe(0);
  expect(compareVersions('3', '3.0.1')).toBeLessThan(0);
});
