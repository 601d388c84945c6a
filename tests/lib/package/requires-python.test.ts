import { expect, test } from 'vitest';
import { allowedLines, supportsPython3 } from '@/lib/package/requires-python';
import { fastest } from '@/tests/tools/fastest';

const lines = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'];

/** Expands `3.9-3.11 3.13` to versions. */
function linesOf(text: string): string[] {
  return text.split(' ').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return part === ''
      ? []
      : lines.filter((line) => Number(line.slice(2)) >= first && Number(line.slice(2)) <= last);
  });
}

test.each([
  // By PEP 440.
  ['>=3.8', '9-15'],
  ['>= 3.10', '10-15'],
  ['>=3.10,<4', '10-15'],
  [' >=3.12 , <3.13 ', '12'],
  ['>=3.6.2, <4', '9-15'],
  ['<3.13', '9-12'],
  ['<=3.12', '9-12'],
  ['<=3.12.4', '9-12'],
  ['<3.12.0', '9-11'],
  ['>3.9', '9-15'],
  ['>3.9.99', '9-15'],
  ['>=3.9.5', '9-15'],
  ['!=3.11', '9-15'],
  ['!=3.11.*', '9-10 12-15'],
  ['>=3.8, !=3.9.*', '10-15'],
  ['>=2.7, !=3.0.*, !=3.1.*', '9-15'],
  ['~=3.9', '9-15'],
  ['~=3.9.2', '9'],
  ['==3.*', '9-15'],
  ['==3.11.*', '11'],
  ['==3.11', '11'],
  ['==3.11.4', '11'],
  ['===3.11.4', '11'],
  ['==3.11.4,!=3.11.4', ''],
  ['==3.14.0rc1', '14'],
  ['>=3.15.0a1', '15'],
  ['<3', ''],
  ['>=4', ''],
  ['>=2.7,<3.0', ''],
  // Invalid values found in practice.
  ['>=3.9,', '9-15'],
  [',>=3.9', '9-15'],
  ['>=3.9,,<3.12', '9-11'],
  ['>=3.6 <4', '9-15'],
  ['>=3.10 <3.13', '10-12'],
  ['>=3.10<3.13', '10-12'],
  ['(>=3.10)', '10-15'],
  ['>=3.10.*', '10-15'],
  ['>=3.10.x', '10-15'],
  ['<3.12.*', '9-11'],
  ['<=3.12.*', '9-12'],
  ['>3.10.*', '11-15'],
  ['^3.10', '10-15'],
  ['^3.11.2', '11-15'],
  ['^3', '9-15'],
  ['^2.7', ''],
  ['~3.10', '10'],
  ['~3.10.4', '10'],
  ['~3', '9-15'],
  ['3.11', '11'],
  ['3.11.4', '11'],
  ['3.11.*', '11'],
  ['3.x', '9-15'],
  ['3', '9-15'],
  ['=3.12', '12'],
  ['3.12+', '12-15'],
  ['*', '9-15'],
  ['2.7 || >=3.12', '12-15'],
  ['~3.9|~3.11', '9 11'],
  ['>=3.9,<3.10 || ^3.13', '9 13-15'],
])('%j allows %s', (text, allowed) => {
  expect(allowedLines(text, lines)).toEqual(linesOf(allowed));
});

test.each([
  '',
  ' ',
  ',',
  '||',
  '>=3.9 ||',
  'whatever',
  'CPython',
  '>=',
  '>=x',
  '>=3.9 or later',
  '=>3.9',
  '> =3.9',
  '3.8, 3.9, 3.10',
  '>=3.8 3.9',
  '3.8 - 3.11',
  '~=3',
  '~=3.9.*',
  '>=3.9+',
  '>=*',
  '>=3..9',
  '>=3.9;<4',
  '>=3.9,<4 # soon',
  '^',
])('%j cannot be parsed', (text) => {
  expect(allowedLines(text, lines)).toBeUndefined();
});

test.each([
  '>=3.9,'.repeat(99),
  ' '.repeat(1e6),
  '|'.repeat(1e6),
  '3.'.repeat(240),
  '>=3.9'.repeat(99),
])('a long text is parsed quickly', (text) => {
  expect(fastest(() => allowedLines(text, lines), 500)).toBeLessThan(500);
});

test.each([
  ['>=3.8', true],
  ['>=3.12,<3.13', true],
  ['==3.11.4', true],
  ['^3.10', true],
  ['>=2.7, !=3.0.*, !=3.1.*', true],
  ['<3', false],
  ['>=2.7,<3.0', false],
  ['~=2.7', false],
  ['>=3.5,!=3.*', false],
  ['>=4', false],
])('whether %j allows Python 3: %s', (requirement, expected) => {
  expect(supportsPython3(requirement, [])).toBe(expected);
});

test('falls back to declared versions if the requirement is invalid', () => {
  expect(supportsPython3('whatever', ['3.9'])).toBe(true);
  expect(supportsPython3(null, ['2.7', '3'])).toBe(true);
  expect(supportsPython3(null, ['2.7'])).toBe(false);
  expect(supportsPython3(null, [])).toBe(false);
});
