import { describe, expect, test } from 'vitest';
import { listEntries, listFields, reordered } from '@/lib/edits/list-fields';

describe('the form of the packages of a list', () => {
  test('has a position, a note and a box for each package', () => {
    const form = {
      ...{ token: 'x', list: '7', 'position-12': '2', 'note-12': ' good\u0007 ' },
      ...{ 'position-5': '1', 'note-5': '', 'remove-5': 'yes', 'note-99': 'no position' },
    };
    expect(listEntries.parse(form)).toEqual([
      { packageId: 12, position: 2, note: 'good', isRemoved: false },
      { packageId: 5, position: 1, note: '', isRemoved: true },
    ]);
  });

  test.each(['0', '-1', '1.5', 'first', '10000', ''])('refuses the position %j', (position) => {
    const { error } = listEntries.safeParse({ 'position-12': position });
    expect(error?.issues.map(({ path }) => path)).toEqual([['position-12']]);
  });

  test('refuses long notes', () => {
    const { error } = listEntries.safeParse({ 'position-1': '1', 'note-1': 'x'.repeat(201) });
    expect(error?.issues).toMatchObject([
      { path: ['note-1'], message: 'must have at most 200 characters' },
    ]);
  });
});

describe('the order of a list', () => {
  const order = (...moves: [number, number][]) =>
    reordered(
      [10, 20, 30, 40],
      moves.map(([packageId, position]) => ({ packageId, position, note: '', isRemoved: false })),
    );

  test.each<[string, [number, number][], number[]]>([
    ['stays without moves', [], [10, 20, 30, 40]],
    [
      'stays with the present positions',
      [
        [10, 1],
        [20, 2],
        [30, 3],
        [40, 4],
      ],
      [10, 20, 30, 40],
    ],
    ['moves up before the one that had the position', [[40, 2]], [10, 40, 20, 30]],
    ['moves down after the one that had the position', [[10, 3]], [20, 30, 10, 40]],
    ['moves to the end by any large number', [[20, 99]], [10, 30, 40, 20]],
    [
      'swaps',
      [
        [10, 2],
        [20, 1],
      ],
      [20, 10, 30, 40],
    ],
    [
      'reverses',
      [
        [10, 4],
        [20, 3],
        [30, 2],
        [40, 1],
      ],
      [40, 30, 20, 10],
    ],
    [
      'keeps the order of those that want the same place',
      [
        [30, 1],
        [40, 1],
      ],
      [30, 40, 10, 20],
    ],
  ])('%s', (_, moves, expected) => {
    expect(order(...moves)).toEqual(expected);
  });
});

test('a list is public unless it says otherwise', () => {
  expect(listFields.parse({ title: ' A ', description: '' }).visibility).toBe('public');
  expect(listFields.safeParse({ title: 'A', description: '', visibility: 'secret' }).success).toBe(
    false,
  );
});
