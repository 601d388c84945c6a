import { expect, test } from 'vitest';
import { placeAfter } from '@/components/enhance/cell-moves';

const last = { row: 20, column: 4 };

test.each([
  ['ArrowUp', [5, 2], [4, 2]],
  ['ArrowDown', [5, 2], [6, 2]],
  ['ArrowLeft', [5, 2], [5, 1]],
  ['ArrowRight', [5, 2], [5, 3]],
  ['Home', [5, 2], [5, 0]],
  ['End', [5, 2], [5, 4]],
  ['Control+Home', [5, 2], [0, 0]],
  ['Control+End', [5, 2], [20, 4]],
  ['PageUp', [15, 2], [5, 2]],
  ['PageDown', [5, 2], [15, 2]],
  ['PageUp', [5, 2], [0, 2]],
  ['PageDown', [15, 2], [20, 2]],
])('%s moves from row and column %j to %j', (chord, [row = 0, column = 0], to) => {
  const place = placeAfter(chord, { row, column }, last);
  expect([place?.row, place?.column]).toEqual(to);
});

test.each([
  ['ArrowUp', 0, 0],
  ['ArrowLeft', 0, 0],
  ['Control+Home', 0, 0],
  ['ArrowDown', 20, 4],
  ['ArrowRight', 20, 4],
  ['End', 20, 4],
  ['PageDown', 20, 4],
  ['Control+ArrowDown', 5, 2],
  ['a', 5, 2],
  ['Tab', 5, 2],
])('%s does not move from %d, %d', (chord, row, column) => {
  expect(placeAfter(chord, { row, column }, last)).toBeUndefined();
});
