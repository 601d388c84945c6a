import { expect, test } from 'vitest';
import { readCell } from '@/lib/comparison/cell';

const words = (text: string) => ({ mark: undefined, strength: 0, text });
const yes = (strength: number, text = '') => ({ mark: 'yes', strength, text });
const no = (strength: number, text = '') => ({ mark: 'no', strength, text });

test.each(['check', 'yes', 'good', '+1', '+'])('%j alone is a yes', (source) => {
  expect(readCell(source)).toEqual(yes(1));
});

test.each(['bad', 'negative', 'evil', 'sucks', 'no', '-1', '-'])('%j alone is a no', (source) => {
  expect(readCell(source)).toEqual(no(1));
});

test.each([
  ['++', yes(2)],
  ['+++', yes(3)],
  ['++++', yes(3)],
  ['+'.repeat(1000), yes(3)],
  ['+2', yes(2)],
  ['+3', yes(3)],
  ['+4', yes(3)],
  ['+42', yes(3)],
  [`+${'9'.repeat(400)}`, yes(3)],
  ['--', no(2)],
  ['---', no(3)],
  ['-----', no(3)],
  ['-2', no(2)],
  ['-12', no(3)],
])('%j has as many signs as it says, three at most', (source, cell) => {
  expect(readCell(source)).toEqual(cell);
});

test.each(['+0', '-0', '+1.5', '+-', '-+', '+ 1', '+x', '- x', '+ with Redis', '1', '2+'])(
  '%j is text, neither signs nor a signed number',
  (source) => {
    expect(readCell(source)).toEqual(words(source));
  },
);

test.each([
  ['Yes, with Redis', yes(1, 'with Redis')],
  ['yes: 4.2 and later', yes(1, '4.2 and later')],
  ['Yes (3.2+)', yes(1, '(3.2+)')],
  ['yes(3.2+)', yes(1, '(3.2+)')],
  ['yes – by a plugin', yes(1, 'by a plugin')],
  ['yes — by a plugin', yes(1, 'by a plugin')],
  ['yes - by a plugin', yes(1, 'by a plugin')],
  ['Yes.', yes(1)],
  ['Good! Has docs', yes(1, 'Has docs')],
  ['check\nsee the docs', yes(1, 'see the docs')],
  ['yes, a\nb', yes(1, 'a\nb')],
  ['no (planned)', no(1, '(planned)')],
  ['No; use Huey', no(1, 'use Huey')],
  ['Bad, no docs', no(1, 'no docs')],
  ['negative.', no(1)],
])('%j is a mark with text after it', (source, cell) => {
  expect(readCell(source)).toEqual(cell);
});

test.each([
  'not yet',
  'none',
  'None',
  'nothing',
  'goodness',
  'badge',
  'checked',
  'yesterday',
  'evildoer',
  'No longer maintained',
  'good enough',
  'yes with Redis',
  'yes/no',
  'unknown: no',
  '(yes)',
  'Redis, yes',
  'ja',
])('%j is text, since its mark is not a whole word before a stop', (source) => {
  expect(readCell(source)).toEqual(words(source));
});

test.each([
  ['YES', yes(1)],
  ['Check', yes(1)],
  ['SUCKS', no(1)],
  ['NO, Never', no(1, 'Never')],
])('%j is case-insensitive, and its text keeps its case', (source, cell) => {
  expect(readCell(source)).toEqual(cell);
});

test.each([
  ['  yes  ', yes(1)],
  ['\n++\t', yes(2)],
  [' - ', no(1)],
  ['  Redis or memory ', words('Redis or memory')],
  ['', words('')],
  ['   ', words('')],
])('ignores space around %j', (source, cell) => {
  expect(readCell(source)).toEqual(cell);
});

test('more signs are never a weaker mark', () => {
  const strengths = Array.from({ length: 20 }, (_, n) => readCell('+'.repeat(n + 1)).strength);
  expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
});

test.each(['no-code editor', 'Check-in page', 'check.py', 'good.example.org', 'no SSL', 'No-op'])(
  '%j is text, since its first word continues',
  (text) => {
    expect(readCell(text)).toEqual({ mark: undefined, strength: 0, text });
  },
);

test('the text after a sign keeps its own signs', () => {
  expect(readCell('Yes: -1')).toEqual({ mark: 'yes', strength: 1, text: '-1' });
  expect(readCell('no - planned')).toEqual({ mark: 'no', strength: 1, text: 'planned' });
});
