import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  inverseOf,
  openSheet,
  reduceSheet,
  textOf,
  type CellEdit,
} from '@/components/forms/sheet/sheet-state';
import { below, beside, moved, placesBetween, readBlock, writeBlock } from '@/lib/edits/sheet';

const size = { rows: 3, columns: 2 };
const at = (row: number, column: number) => ({ row, column });

describe('moving in a table of cells', () => {
  test.each([
    ['ArrowDown', at(0, 0), false, at(1, 0)],
    ['ArrowDown', at(2, 0), false, at(2, 0)],
    ['ArrowDown', at(0, 1), true, at(2, 1)],
    ['ArrowUp', at(0, 1), false, at(0, 1)],
    ['ArrowLeft', at(1, 1), false, at(1, 0)],
    ['ArrowRight', at(1, 0), true, at(1, 1)],
    ['Home', at(2, 1), false, at(2, 0)],
    ['Home', at(2, 1), true, at(0, 0)],
    ['End', at(0, 0), false, at(0, 1)],
    ['End', at(0, 0), true, at(2, 1)],
    ['PageDown', at(0, 0), false, at(2, 0)],
  ])('%s from %o, far: %s', (key, from, isFar, to) => {
    expect(moved(key, from, size, isFar)).toEqual(to);
  });

  test('other keys do not move', () => {
    expect(moved('a', at(0, 0), size, false)).toBeUndefined();
    expect(moved('constructor', at(0, 0), size, false)).toBeUndefined();
  });

  test('Enter goes down the columns, Tab along the rows, and both end at the last cell', () => {
    expect(below(at(0, 0), size)).toEqual(at(1, 0));
    expect(below(at(2, 0), size)).toEqual(at(0, 1));
    expect(below(at(2, 1), size)).toEqual(at(2, 1));
    expect(beside(at(0, 1), size, 1)).toEqual(at(1, 0));
    expect(beside(at(1, 0), size, -1)).toEqual(at(0, 1));
    expect(beside(at(2, 1), size, 1)).toEqual(at(2, 1));
    expect(beside(at(0, 0), size, -1)).toEqual(at(0, 0));
  });

  test('a selection is the block between two corners, in any order', () => {
    expect(placesBetween(at(2, 1), at(1, 0))).toEqual([
      [at(1, 0), at(1, 1)],
      [at(2, 0), at(2, 1)],
    ]);
  });
});

describe('a block of cells', () => {
  test('is written as spreadsheets do', () => {
    expect(
      writeBlock([
        ['yes', 'a\tb'],
        ['say "hi"', 'two\nlines'],
      ]),
    ).toBe('yes\t"a\tb"\n"say ""hi"""\t"two\nlines"');
  });

  test.each([
    [
      'yes\tno\r\n\tpartial\r\n',
      [
        ['yes', 'no'],
        ['', 'partial'],
      ],
    ],
    ['one', [['one']]],
    ['', [['']]],
    ['"a\nb"\tc\n', [['a\nb', 'c']]],
    ['"not closed\tx', [['"not closed', 'x']]],
    ['5" disk\tx', [['5" disk', 'x']]],
  ])('%j is read', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  test('is read as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'é') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) => {
        const row = fc.array(cell, { minLength: columns, maxLength: columns });
        return fc.array(row, { minLength: rows, maxLength: rows });
      });
    fc.assert(
      fc.property(block, (rows) => {
        // A last row of one empty cell looks like the line break that ends a block.
        fc.pre(rows.length === 1 || String(rows.at(-1)) !== '');
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});

describe('the state of a table of cells', () => {
  const ref = { featureId: 1, packageId: 2 };
  const edit = (before: string, after: string): CellEdit => ({ ...ref, before, after });
  const edits = (...all: CellEdit[]) =>
    all.reduce(
      (state, one) => reduceSheet(state, { kind: 'apply', edits: [one], by: 'user' }),
      openSheet({ '1 2': 'a' }),
    );
  const undo = (state: ReturnType<typeof edits>) =>
    reduceSheet(state, { kind: 'apply', edits: inverseOf(state, state.undo), by: 'undo' });
  const redo = (state: ReturnType<typeof edits>) =>
    reduceSheet(state, { kind: 'apply', edits: inverseOf(state, state.redo), by: 'redo' });

  test('goes back and forth by undo and redo, and a new edit ends what can be redone', () => {
    const state = edits(edit('a', 'b'), edit('b', 'c'));
    expect(textOf(state, ref)).toBe('c');
    const back = undo(undo(state));
    expect(textOf(back, ref)).toBe('a');
    expect(textOf(redo(redo(back)), ref)).toBe('c');
    expect(textOf(undo(redo(redo(back))), ref)).toBe('b');
    const other = reduceSheet(back, { kind: 'apply', edits: [edit('a', 'x')], by: 'user' });
    expect(other.redo).toEqual([]);
    expect(undo(undo(undo(back)))).toMatchObject({ texts: { '1 2': 'a' }, undo: [] });
  });

  test('an edit without a change is nothing to undo', () => {
    expect(edits(edit('a', 'a')).undo).toEqual([]);
  });

  test('a conflict shows theirs, keeps mine, and ends when the cell is edited again', () => {
    const conflict = { ...ref, mine: 'b', theirs: 'c' };
    const state = reduceSheet(edits(edit('a', 'b')), { kind: 'saved', conflicts: [conflict] });
    expect(textOf(state, ref)).toBe('c');
    expect(state.conflicts).toEqual([conflict]);
    // What others have changed isn't undone.
    expect(inverseOf(state, state.undo)).toEqual([]);
    const mine = reduceSheet(state, { kind: 'apply', edits: [edit('c', 'b')], by: 'user' });
    expect([textOf(mine, ref), mine.conflicts]).toEqual(['b', []]);
    expect(reduceSheet(state, { kind: 'dismiss', conflict }).conflicts).toEqual([]);
  });

  test('what could not be saved is kept until it is sent again', () => {
    const failed = edit('a', 'b');
    const state = reduceSheet(edits(failed), { kind: 'failed', edits: [failed], message: 'No.' });
    expect(state).toMatchObject({ unsent: [failed], message: 'No.', texts: { '1 2': 'b' } });
    expect(reduceSheet(state, { kind: 'resent' })).toMatchObject({ unsent: [] });
  });
});
