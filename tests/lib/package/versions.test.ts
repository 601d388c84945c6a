import { expect, test } from 'vitest';
import { compareVersions, isFinal, isReadable } from '@/lib/package/versions';

test.each([
  '4.0a1',
  '5.6.0b2',
  '7.4rc1',
  '1.0c2',
  '4.0b',
  '0.1b10',
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
  '1!2.0rc1',
  '4.2.0.dev20260115123456+g1a2b3c4d5e6f.d20260115',
])('%s is a pre-release', (number) => {
  expect([isReadable(number), isFinal(number)]).toEqual([true, false]);
});

test.each([
  '1.0',
  '0.0.1',
  '2026.11',
  '20241023.1',
  'v2.0',
  'V2.0',
  '1.2.0.post1',
  '4.1.0post1',
  '1.0-1',
  '1!2.0',
  '1.0+ubuntu.1',
  '1.0.r4',
  '007',
])('%s is final', (number) => {
  expect([isReadable(number), isFinal(number)]).toEqual([true, true]);
});

test.each([
  '',
  ' ',
  'nightly',
  'latest',
  'main',
  '1.0-SNAPSHOT',
  '2.0.0-canary',
  '2.0.0-canary.4',
  '3.0.0-next.3',
  '1.0.0-alpha.1.2',
  'release-1.0',
  'django-foo-1.2',
  '1.0-final',
  '1.0.x',
  '1.0 beta two',
  '1..0',
  '1.0\n2.0',
  '٣.1',
])('%j is not a PEP 440 version, so not final', (number) => {
  expect([isReadable(number), isFinal(number)]).toEqual([false, false]);
});

/** Each is higher than the one before it. */
const rising = [
  '',
  'nightly',
  'release-9',
  'release-10',
  'v1-SNAPSHOT',
  '0.1.dev3',
  '0.1a1',
  '0.1b2',
  '0.1b10',
  '0.1rc1',
  '0.1',
  '0.1+local',
  '0.1.post1.dev1',
  '0.1.post1',
  '0.2.dev1',
  '1',
  '1.0.1',
  '2rc1',
  '2',
  '3.2',
  '3.9',
  '3.9.1',
  '3.10a1',
  '3.10',
  '3.11',
  '4.0',
  '10.0.dev1',
  '10.0',
  '2026.1',
  '20241023.1',
  '1!0.1',
  '1!0.2rc1',
  '2!0',
];

test('versions are sorted by PEP 440, whatever their order', () => {
  expect([...rising].reverse().sort(compareVersions)).toEqual(rising);
  expect([...rising].sort().sort(compareVersions)).toEqual(rising);
});

test('comparing any two versions agrees with their order', () => {
  for (const [index, version] of rising.entries()) {
    for (const [other, later] of rising.entries()) {
      expect(Math.sign(compareVersions(version, later)), `${version} ${later}`).toBe(
        Math.sign(index - other),
      );
    }
  }
});

test.each([
  ['3', '3.0'],
  ['3.0.0', '3'],
  ['v1.0', '1.0'],
  ['1.0RC1', '1.0rc1'],
  ['1.0-rc.1', '1.0c1'],
  ['1.0.alpha', '1.0a0'],
  ['1.0-1', '1.0.post1'],
  ['1.0.dev', '1.0.dev0'],
  ['0!1.0', '1.0'],
  ['01.002', '1.2'],
])('%s equals %s', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
  expect(compareVersions(b, a)).toBe(0);
});
