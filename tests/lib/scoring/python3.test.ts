import { expect, test } from 'vitest';
import { supportsPython3 } from '@/lib/scoring/python3';

test.each([
  ['>=3.8', true],
  ['>= 3.10', true],
  ['>=3.12,<3.13', true],
  ['>=3.6.2, <4', true],
  ['>=2.7, !=3.0.*, !=3.1.*', true],
  ['~=3.8', true],
  ['==3.9.*', true],
  ['<3', false],
  ['>=2.7,<3.0', false],
  ['~=2.7', false],
  ['>=3.5,!=3.*', false],
  ['>=4', false],
])('%s: %s', (requirement, expected) => {
  expect(supportsPython3(requirement, [])).toBe(expected);
});

test('what is no requirement leaves it to the declared versions', () => {
  expect(supportsPython3('whatever', ['3.9'])).toBe(true);
  expect(supportsPython3(null, ['2.7', '3'])).toBe(true);
  expect(supportsPython3(null, ['2.7'])).toBe(false);
  expect(supportsPython3(null, [])).toBe(false);
});
