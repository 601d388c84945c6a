import { expect, test } from 'vitest';
import { allowsVersion } from '@/lib/requirements/allows';

test.each([
  [null, '5.3.0', true],
  ['==5.3.0', '5.3.0', true],
  ['==5.3', '5.3.0', true],
  ['==5.3.*', '5.3.1', true],
  ['==5.2.*', '5.3.1', false],
  ['<5', '5.3.0', false],
  ['>=4,<6', '5.3.0', true],
  ['>=4,<6,!=5.3.0', '5.3.0', false],
  ['~=5.1', '5.3.0', true],
  ['~=5.1.0', '5.3.0', false],
  ['===5.3.0', '5.3.0', true],
  ['===5.3', '5.3.0', false],
  ['>=1', '2.0rc1', true],
  ['<1', '1!0.1', false],
  ['>=4', null, null],
  ['>=4', 'nightly', null],
  ['==5.*', 'nightly', null],
  [null, 'nightly', null],
  ['>=nightly', '5.3.0', null],
  ['~=5', '5.3.0', null],
])('whether %s allows %s: %s', (specifier, version, allows) => {
  expect(allowsVersion(specifier, version)).toBe(allows);
});
