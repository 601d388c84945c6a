import { expect, test } from 'vitest';
import { describeFields, localEdits } from '@/lib/revisions/local-edits';

const made = (at: number, source: string, ...names: string[]) => ({
  ...{ at, source, before: {}, after: Object.fromEntries(names.map((name) => [name, at])) },
});

test('fields that people changed after the last import are local edits', () => {
  const edits = localEdits([
    made(1, 'site', 'title', 'cell 1 2'),
    made(2, 'import', 'title', 'cell 1 3'),
    made(3, 'site', 'cell 1 3'),
    made(4, 'command', 'feature 1'),
  ]);
  expect([...edits]).toEqual([
    ['cell 1 2', 1],
    ['cell 1 3', 3],
    ['feature 1', 4],
  ]);
});

test('what was removed here is a local edit too', () => {
  const removed = { at: 5, source: 'site', before: { 'package 1': true }, after: {} };
  expect([...localEdits([removed])]).toEqual([['package 1', 5]]);
});

test('fields are counted by kind', () => {
  expect(describeFields(['cell 1 2', 'cell 1 3', 'feature 1', 'isLocked'])).toBe(
    '2 cells, 1 feature, is locked',
  );
});
